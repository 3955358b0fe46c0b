import { CONFIGURED_MUTANTS } from './configured-mutants';
import { DUE_MUTANTS } from './due-mutants';
import { EVENT_MUTANTS } from './event-mutants';
import { HARDER_MUTANTS } from './harder-mutants';
import type { Mutant } from './mutant';

/** Ways to break the protocol, from the list of the reference's defects and from the design. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'the webhook goes before the invite',
    file: 'parking/unpark/route.ts',
    replace: `  const target = await (choosing ?? chooseTarget(ports, stored.record));
`,
    by: `  const target = await (choosing ?? chooseTarget(ports, stored.record));
  for (const { sid } of await ports.wakeWebhooks.list(park.conversationSid)) await ports.wakeWebhooks.remove(park.conversationSid, sid);
`,
  },
  {
    name: 'no claim: the record is written without If-Match',
    file: 'twilio/records.ts',
    replace: 'const change = { data: record, ifMatch: at.revision,',
    by: 'const change = { data: record,',
  },
  {
    name: 'the invite is repeated blindly',
    file: 'twilio/interactions.ts',
    replace: 'calls.nonIdempotentWrite(() => channel(ref).invites.create',
    by: 'calls.write(() => channel(ref).invites.create',
  },
  {
    name: 'attributes are overwritten',
    file: 'parking/domain/conversation-attributes.ts',
    replace: '{ ...others, mapSid, mapItemKey }',
    by: '{ mapSid, mapItemKey }',
  },
  {
    name: 'cleaning up takes the attributes of others',
    file: 'parking/domain/conversation-attributes.ts',
    replace: 'return printJson(others);',
    by: 'return others ? "{}" : "";',
  },
  {
    name: 'a park that fails undoes nothing',
    file: 'parking/park/undo.ts',
    replace: 'for (let round = 0;',
    by: `if (left.park.parkId) return;
  for (let round = 0;`,
  },
  {
    name: 'undo takes the record of another park',
    file: 'parking/park/undo.ts',
    replace: 'const isOurs = found && !isUnreadable(found) && found.record.park.parkId === parkId;',
    by: 'const isOurs = found && !isUnreadable(found) && parkId !== "";',
    and: [
      {
        file: 'parking/park/undo.ts',
        replace: "const failed = { type: 'parkFailed', parkId,",
        by: "const failed = { type: 'parkFailed', parkId: stored.record.park.parkId,",
      },
    ],
  },
  {
    name: 'undo takes the webhooks of another park',
    file: 'parking/clean-up.ts',
    replace: 'if (traces.webhookSid) return',
    by: 'for (const { sid } of await ports.wakeWebhooks.list(park.conversationSid)) await ports.wakeWebhooks.remove(park.conversationSid, sid);\n  if (traces.webhookSid) return',
  },
  {
    name: 'the agent goes before the record and the webhook are there',
    file: 'parking/park/park.ts',
    replace: 'const prepared = await prepareWithinLimit(',
    by: 'await ports.interactions.release(asked, asked.agent.participantSid);\n  const prepared = await prepareWithinLimit(',
  },
  {
    name: 'claims are stale after a second',
    file: 'parking/domain/stale.ts',
    replace: '30_000',
    by: '1_000',
  },
  {
    name: 'the newest messages are not read after the release',
    file: 'parking/park/release.ts',
    replace: "newest.status === 'fulfilled' && (",
    by: "newest.status === 'rejected' && newest.reason === 1 && (",
  },
  {
    name: 'reconcile does not read the newest messages',
    file: 'parking/upkeep/repair.ts',
    replace: '&& (await customerWrote(ports, park, newest)))',
    by: '&& park.parkId === "" && (await customerWrote(ports, park, newest)))',
  },
  {
    name: 'a reply that was noted while parking is forgotten',
    file: 'parking/domain/decide.ts',
    replace: 'if (!record.replyPending && !event.replied) return',
    by: 'if (!event.replied) return',
  },
  {
    name: 'the index of a message is not compared',
    file: 'parking/unpark/wake.ts',
    replace: 'message.index <= park.lastSeenMessageIndex',
    by: 'message.index < -1',
  },
  {
    name: 'the author of a message is not checked',
    file: 'parking/unpark/wake.ts',
    replace: "return (await isByCustomer(ports, park, message)) ? undefined : 'not-a-customer';",
    by: "return message.author === '' ? 'not-a-customer' : undefined;",
  },
  {
    name: 'a wake does not ask whether the agent is still there',
    file: 'parking/domain/decide.ts',
    replace: 'const mayRoute = event.agentGone &&',
    by: 'const mayRoute = (event.agentGone || record) &&',
  },
  {
    name: 'a wake does not ask whether a task is already open',
    file: 'parking/domain/decide.ts',
    replace: "event.served ? ignored('served')() : unparkingAgain(record, event.claim, byWorkflow())",
    by: "event.served && !record ? ignored('served')() : unparkingAgain(record, event.claim, byWorkflow())",
  },
  {
    name: 'the row is not removed',
    file: 'parking/clean-up.ts',
    replace: '() => ports.list.remove(itemOf(park), options.revision)',
    by: '() => Promise.resolve()',
  },
  {
    name: 'the webhook is kept for ever',
    file: 'parking/clean-up.ts',
    replace: 'options.webhook && step(',
    by: 'options.webhook && park.parkId === "" && step(',
  },
  {
    name: 'a record is removed whatever it has become',
    file: 'twilio/records.ts',
    replace: 'data: TOMBSTONE, ifMatch: revision,',
    by: 'data: TOMBSTONE,',
  },
  {
    name: 'a release whose answer was lost is undone',
    file: 'parking/park/release.ts',
    replace: 'if (isUnknown(failure)) return releaseAgain(ports, prepared);',
    by: 'if (isUnknown(failure) && prepared.park.parkId === "") return releaseAgain(ports, prepared);',
    equivalent:
      'What is undone keeps its record until no call can land, and reconcile parks what it finds without an agent.',
  },
  {
    name: 'the death of a task is ignored',
    file: 'parking/domain/decide.ts',
    replace: "if (event.taskSid !== record.taskSid) return ignored('another-task')();",
    by: "if (record) return ignored('another-task')();",
  },
  {
    name: 'a direct invite drops the webhook at once',
    file: 'parking/domain/routing.ts',
    replace: "return target.to === 'worker';",
    by: "return target.to === 'worker' && target.workerSid === 'WK';",
  },
  {
    name: 'nothing is cleaned when the task is accepted',
    file: 'parking/upkeep/task-event.ts',
    replace: 'const applied = await apply(ports, stored, { ...decision, takenBy });',
    by: "const applied = stored.revision === '' ? await apply(ports, stored, decision) : { kind: 'ended' };",
  },
  {
    name: 'a take-over does not look for the invite whose answer was lost',
    file: 'parking/take-over.ts',
    replace: 'const taskSid = await findOpenTask(ports, park);',
    by: 'const taskSid = park.parkId ? undefined : await findOpenTask(ports, park);',
  },
  {
    name: 'a take-over does not ask whether the agent is gone',
    file: 'parking/take-over.ts',
    replace: 'if (!(await isAgentReleased(ports, park)) || (await hasAgent(ports, park)))',
    by: 'if (park.parkId === "" && (await hasAgent(ports, park)))',
  },
  {
    name: 'the limit of task attributes is forgotten',
    file: 'parking/domain/attributes.ts',
    replace: 'TASK_ATTRIBUTES_MAX_CHARS = 4096',
    by: 'TASK_ATTRIBUTES_MAX_CHARS = 8192',
  },
  {
    name: 'the last seen message is taken as the desktop says',
    file: 'parking/domain/check-park.ts',
    replace: 'Math.min(request.lastSeenMessageIndex, newestIndex)',
    by: 'request.lastSeenMessageIndex',
  },
  {
    name: 'everybody may unpark everything',
    file: 'parking/caller.ts',
    replace: "return caller.roles.includes('supervisor') ||",
    by: "return caller.roles.includes('agent') || caller.roles.includes('supervisor') ||",
  },
  {
    name: 'the new task does not say who had it',
    file: 'parking/domain/attributes.ts',
    replace: 'workerSid: park.agent.workerSid',
    by: 'workerSid: park.parkId',
  },
  {
    name: 'a press of Park goes on with what it read long ago',
    file: 'parking/park/check.ts',
    replace: "if ((await ports.tasks.status(sid)) !== 'assigned')",
    by: "if (ports.clock.nowMs() < 0 && (await ports.tasks.status(sid)) !== 'assigned')",
    shownIn: { situations: 'Park pressed twice', by: 'singles' },
  },
  {
    name: 'a conversation that was returning is claimed without a wake path',
    file: 'parking/apply.ts',
    replace: "const armed = effects.includes('restore-wake-path')",
    by: "const armed = record.park.parkId === '' && effects.includes('restore-wake-path')",
  },
  ...CONFIGURED_MUTANTS,
  ...HARDER_MUTANTS,
  ...DUE_MUTANTS,
  ...EVENT_MUTANTS,
];
