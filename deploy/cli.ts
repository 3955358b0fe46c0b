import { Command } from 'commander';

import { deployCommand } from './deploy-command';
import { doctorCommand } from './doctor/doctor-command';
import { printOutcome } from './outcome';
import { undeployCommand } from './undeploy/undeploy-command';

/** `npm run deploy`, `npm run doctor` and `npm run undeploy`: each is a command of this one program. */
if (require.main === module) {
  void new Command('npm run')
    .addCommand(deployCommand(printOutcome))
    .addCommand(doctorCommand(printOutcome))
    .addCommand(undeployCommand(printOutcome))
    .parseAsync();
}
