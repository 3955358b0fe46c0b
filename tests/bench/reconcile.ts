import { table } from '../integration/functions/support/table';
import { builtFunctions } from '../simulation/functions/built-functions';
import { reconcileAll } from '../simulation/at-scale/reconcile-all';

const CROWDS = [
  { parked: 20, agents: 5 },
  { parked: 200, agents: 50 },
  { parked: 2_000, agents: 500 },
] as const;

/** Prints what reconcile costs with many parked conversations, in the simulation's virtual time: `npm run bench`. */
async function main(): Promise<void> {
  const library = await builtFunctions();
  const rows: string[][] = [];
  for (const crowd of CROWDS) {
    const { callsPerRecord, roundsPerRecord, runs, reports, ...more } = await reconcileAll(crowd, library);
    rows.push([
      String(crowd.parked),
      String(crowd.agents),
      `${callsPerRecord} in ${roundsPerRecord}`,
      `${runs}, ${reports} reported`,
      `${(more.untilAllMs / 60_000).toFixed(1)} min`,
      `${more.callsOfTheNextRun}, ${more.callsAboutRecordsThen} about records`,
    ]);
  }
  console.log('Reconcile, with one run a minute; each Twilio call takes 20 to 200 ms of virtual time:\n');
  const first = ['parked', 'agents', 'calls of a record, rounds', 'runs until all were looked at'];
  console.log(table([...first, 'time until then', 'calls of the next run'], rows));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
