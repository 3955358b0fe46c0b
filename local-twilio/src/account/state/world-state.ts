import { z } from 'zod';
import type { Shape } from '../../kernel/shapes';
import { conversationsState, type ConversationsState } from '../../services/conversations/state';
import { phone, type Phone } from '../../services/customers/state';
import { flexState } from '../../services/flex/state';
import type { FlexStore } from '../../services/flex/store';
import { iamState, type IamState } from '../../services/iam/state';
import { pluginsState, type PluginStore } from '../../services/plugins/state';
import { serverlessState } from '../../services/serverless/state';
import type { ServerlessStore } from '../../services/serverless/store';
import { studioState, type StudioStore } from '../../services/studio/state';
import { syncState, type SyncState } from '../../services/sync/state';
import { taskRouterState } from '../../services/taskrouter/state';
import type { TaskRouterStore } from '../../services/taskrouter/store';

/** A whole account: what a world begins with, and what is kept when it ends. */
export interface WorldState {
  readonly iam: IamState;
  readonly taskRouter: TaskRouterStore;
  readonly flex: FlexStore;
  readonly conversations: ConversationsState;
  readonly sync: SyncState;
  readonly plugins: PluginStore;
  readonly serverless: ServerlessStore;
  readonly studio: StudioStore;
  /** Who is on the customers' page. */
  readonly phones: readonly Phone[];
}

export const worldState: Shape<WorldState> = z
  .object({
    iam: iamState,
    taskRouter: taskRouterState,
    flex: flexState,
    conversations: conversationsState,
    sync: syncState,
    plugins: pluginsState,
    serverless: serverlessState,
    // State files of an earlier day have no flows.
    studio: studioState.default({ flows: [] }),
    phones: z.array(phone),
  })
  .strict();
