import { builtFunctions } from './functions/built-functions';
import { failureText } from './report/failure-text';
import { runSchedule } from './run/run-schedule';
import { randomSchedule } from './schedules/random-schedule';
void (async () => {
  const lib = await builtFunctions();
  for (const n of process.argv.slice(3)) {
    const r = await runSchedule(randomSchedule(process.argv[2] ?? 'night', Number(n)), lib);
    if (r.violations.length) console.log(failureText(r)); else console.log(n, 'ok');
  }
})();
