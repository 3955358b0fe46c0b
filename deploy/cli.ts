import { Command } from 'commander';

import { calibrateCommand } from './calibrate/calibrate-command';
import { deployCommand } from './deploy-command';
import { doctorCommand } from './doctor/doctor-command';
import { printOutcome } from './outcome';
import { reconcileCommand } from './reconcile/reconcile-command';
import { reportCommand } from './report/report-command';
import { rollbackCommand } from './rollback/rollback-command';
import { undeployCommand } from './undeploy/undeploy-command';
import { workflowCommand } from './workflow/workflow-command';

/** `npm run deploy`, `doctor` and the other commands on an account: each is a command of this one program. */
if (require.main === module) {
  void new Command('npm run')
    .addCommand(deployCommand(printOutcome))
    .addCommand(doctorCommand(printOutcome))
    .addCommand(calibrateCommand(printOutcome))
    .addCommand(reconcileCommand(printOutcome))
    .addCommand(reportCommand(printOutcome))
    .addCommand(rollbackCommand(printOutcome))
    .addCommand(undeployCommand(printOutcome))
    .addCommand(workflowCommand(printOutcome))
    .parseAsync();
}
