/** @jest-environment node */
import { calibrateCommand } from '../../../deploy/calibrate/calibrate-command';
import { deployCommand } from '../../../deploy/deploy-command';
import { doctorCommand } from '../../../deploy/doctor/doctor-command';
import type { Outcome } from '../../../deploy/outcome';
import { reportCommand } from '../../../deploy/report/report-command';
import { rollbackCommand } from '../../../deploy/rollback/rollback-command';
import { undeployCommand } from '../../../deploy/undeploy/undeploy-command';
import { workflowCommand } from '../../../deploy/workflow/workflow-command';

const VARIABLES = ['ACCOUNT_SID', 'TWILIO_ACCOUNT_SID', 'AUTH_TOKEN', 'TWILIO_API_KEY', 'TWILIO_API_SECRET'];
const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

let before: NodeJS.ProcessEnv;

beforeEach(() => {
  before = { ...process.env };
  for (const name of VARIABLES) delete process.env[name];
});

afterEach(() => {
  process.env = before;
});

const COMMANDS = [
  ['deploy', deployCommand, ['--env', 'no-such-account']],
  ['calibrate', calibrateCommand, ['--env', 'no-such-account']],
  ['doctor', doctorCommand, ['--env', 'no-such-account']],
  ['report', reportCommand, ['--env', 'no-such-account']],
  ['rollback', rollbackCommand, ['--env', 'no-such-account']],
  ['workflow', workflowCommand, ['--env', 'no-such-account']],
  ['undeploy', undeployCommand, ['--env', 'no-such-account', '--parked', 'leave']],
] as const;

describe.each(COMMANDS)('npm run %s', (_name, create, argv) => {
  const run = async (): Promise<Outcome | undefined> => {
    const outcomes: Outcome[] = [];
    await create((outcome) => outcomes.push(outcome)).parseAsync([...argv], { from: 'user' });
    return outcomes[0];
  };

  it('names the secret that is missing', async () => {
    expect(await run()).toMatchObject({
      exitCode: 1,
      lines: [expect.stringMatching(/^ACCOUNT_SID and AUTH_TOKEN are not set/)],
    });
    process.env.ACCOUNT_SID = `AC${AUTH_TOKEN}`;
    expect(await run()).toMatchObject({ exitCode: 1, lines: [expect.stringMatching(/^AUTH_TOKEN is not set/)] });
  });

  it('never shows a secret that is malformed', async () => {
    process.env.ACCOUNT_SID = `AC${AUTH_TOKEN}`;
    process.env.AUTH_TOKEN = 'hunter2';
    expect(JSON.stringify(await run())).not.toContain('hunter2');
  });

  it('needs to know which environment', async () => {
    const cli = create(() => undefined).exitOverride();
    cli.configureOutput({ writeErr: () => undefined });
    await expect(cli.parseAsync([], { from: 'user' })).rejects.toMatchObject({
      code: 'commander.missingMandatoryOptionValue',
    });
  });
});

describe('npm run deploy', () => {
  it('names an environment that has no settings', async () => {
    process.env.ACCOUNT_SID = `AC${AUTH_TOKEN}`;
    process.env.AUTH_TOKEN = AUTH_TOKEN;
    const outcomes: Outcome[] = [];
    const cli = deployCommand((outcome) => outcomes.push(outcome));
    await cli.parseAsync(['--env', 'no-such-account', '--no-checks', '--no-build'], { from: 'user' });
    expect(outcomes[0]).toMatchObject({
      exitCode: 1,
      lines: [expect.stringMatching(/^There is no environment "no-such-account"/)],
    });
  });
});

describe('npm run workflow', () => {
  const refusal = async (argv: readonly string[]) => {
    const said: string[] = [];
    const cli = workflowCommand(() => undefined).exitOverride();
    cli.configureOutput({ writeErr: (text) => said.push(text) });
    await cli.parseAsync(['--env', 'staging', ...argv], { from: 'user' }).catch(() => undefined);
    return said.join('');
  };

  it.each([
    [['--workflow', 'care'], 'It must be WW and 32 hexadecimal digits.'],
    [['--queue', 'Support'], 'It must be WQ and 32 hexadecimal digits.'],
    [['--timeout', '0'], 'It must be a whole number from 1 to 86400.'],
    [['--print', 'yaml'], 'Allowed choices are terraform, json.'],
    [['--remove', '--restore', 'x.json'], "option '--remove' cannot be used with option '--restore <file>'"],
    [
      ['--restore', 'x.json', '--queue', `WQ${AUTH_TOKEN}`],
      "option '--restore <file>' cannot be used with option '--queue",
    ],
    [['--restore', 'x.json', '--timeout', '9'], "option '--restore <file>' cannot be used with option '--timeout"],
    [['--remove', '--timeout', '9'], "option '--remove' cannot be used with option '--timeout"],
  ])('refuses %j', async (argv, why) => {
    expect(await refusal(argv)).toContain(why);
  });
});
