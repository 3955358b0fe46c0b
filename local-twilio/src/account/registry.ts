import { accounts } from '../services/accounts';
import { conversations } from '../services/conversations';
import { customers } from '../services/customers';
import { flex } from '../services/flex';
import { iam } from '../services/iam';
import { plugins } from '../services/plugins';
import { serverless } from '../services/serverless';
import { studio } from '../services/studio';
import { sync } from '../services/sync';
import { taskRouter } from '../services/taskrouter';

/** Every service of an account. Each may need those before it. */
export const services = [
  iam,
  conversations,
  taskRouter,
  flex,
  sync,
  customers,
  plugins,
  serverless,
  studio,
  accounts,
] as const;
