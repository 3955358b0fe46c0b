import { conversations } from './conversations';
import type { Group } from './group';
import { codes, interactions } from './interactions';
import { sync } from './sync';
import { taskRouter } from './task-router';
import { webhooks } from './webhooks';

/** In the order in which they are asked. */
export const GROUPS: readonly Group[] = [interactions, codes, conversations, sync, taskRouter, webhooks];
