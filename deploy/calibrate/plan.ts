import { GROUPS } from './groups/all-groups';
import { nameOf } from './names';
import { NOT_ASKED, OBSERVATIONS, SWITCHES } from './questions';

const often = (times: number): string => (times === 1 ? 'once' : `${times} times`);
export function minutes(seconds: number): string {
  const rounded = Math.ceil(seconds / 60);
  return rounded === 1 ? 'about a minute' : `about ${rounded} minutes`;
}

/** What a run will do, what it costs, and what it cannot ask: for the person who says yes. */
export function describePlan({ runId, times }: { readonly runId: string; readonly times: number }): string[] {
  const rounds = GROUPS.map((group) => ({ ...group, rounds: group.repeats ? times : 1 }));
  const count = Object.keys(SWITCHES).length + Object.keys(OBSERVATIONS).length;
  const notAsked = Object.entries(NOT_ASKED);
  return [
    `${count} questions, most of them ${often(times)}, with things of their own, each named "${nameOf(runId)}":`,
    '  shared: a Sync service, two queues, a workflow, a worker whom nobody can log in as',
    ...rounds.map((group) => `  ${group.title}, ${often(group.rounds)}: ${group.makes}`),
    `Takes ${minutes(rounds.reduce((sum, { seconds, rounds: often }) => sum + seconds * often, 0))}, or more where Sync is late. Then everything is removed again.`,
    `Costs: two identities count as active users of Conversations this month, some ${40 * times} Sync calls, and about ten invocations of Functions.`,
    'No message leaves the account, nobody is called, no number is used, no agent is offered anything.',
    `Not asked (${notAsked.length}):`,
    ...notAsked.map(([what, why]) => `  ${what}: ${why}`),
  ];
}
