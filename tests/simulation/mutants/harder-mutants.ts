import type { Mutant } from './mutant';

/** Ways to leave somebody behind on a Twilio that is slow and strict. */
export const HARDER_MUTANTS: readonly Mutant[] = [
  {
    name: 'again: a row is taken away by the revision that an earlier one had',
    file: 'parking/clean-up.ts',
    replace: 'ports.list.remove(itemOf(park), options.revision))',
    by: 'ports.list.remove(itemOf(park), traced.traces.listItem?.revision))',
  },
  {
    name: 'unreadable: it counts as nothing',
    file: 'twilio/record-documents.ts',
    replace: 'return { unreadable: of.conversationSid, documentSid: sid, revision, salvaged: salvage(data, of) };',
    by: 'return undefined;',
  },
  {
    name: 'unreadable: its webhook is tidied up',
    file: 'parking/unpark/wake.ts',
    replace: "  if (!found) return { status: 'ignored', why: 'nothing-parked' };",
    by: `  if (isUnreadable(found)) await removeOrphans(ports, message.conversationSid, undefined);
  if (!found) return { status: 'ignored', why: 'nothing-parked' };`,
  },
  {
    name: 'unreadable: the board does not show it',
    file: 'parking/desk/everyone.ts',
    replace: 'isUnreadable(found) ? unreadableItem(found) : itemOf(found.record)',
    by: 'isUnreadable(found) ? [] : itemOf(found.record)',
  },
  {
    name: 'unreadable: nobody is routed by what can be read',
    file: 'parking/take-over.ts',
    replace: "if (!salvaged) throw new ParkingError('record-unreadable');",
    by: "if (salvaged?.park.parkId !== '') throw new ParkingError('record-unreadable');",
  },
  {
    name: 'a task that cannot be read yet is a dead one',
    file: 'parking/truth.ts',
    replace: 'if (status === undefined && isYoung(ports, record)) return true;',
    by: 'if (status === undefined && record.sinceMs === 0) return true;',
  },
  {
    name: 'a take-over does not look at the agent in the conversation',
    file: 'parking/take-over.ts',
    replace: "return (await hasAgent(ports, park)) ? { type: 'agentJoined' }",
    by: "return park.parkId === '' ? { type: 'agentJoined' }",
  },
  {
    name: 'an acceptance is ignored while the invite is not confirmed',
    file: 'parking/upkeep/task-event.ts',
    replace: 'if (!isCertain && !(parkId === record.park.parkId &&',
    by: "if (!isCertain && !(parkId === '' &&",
    equivalent: 'The take-over finds the agent in the conversation, and reconcile tidies up.',
  },
  {
    name: 'away: a direct invite rings for a day',
    file: 'parking/domain/routing.ts',
    replace: 'direct: { queueSid: inQueue ?? queueSid, workerSid }, timeoutSeconds };',
    by: 'direct: { queueSid: inQueue ?? queueSid, workerSid } };',
    and: [
      {
        file: 'parking/truth.ts',
        replace: 'if (endsAtMs === undefined ||',
        by: 'if (endsAtMs !== undefined ||',
      },
    ],
  },
  {
    name: 'away: who waits for one agent does not go by the workflow',
    file: 'parking/domain/decide.ts',
    replace: "if (event.customerWaiting || record.cause === 'customer-wrote' || record.park.event)",
    by: "if (event.customerWaiting && record.cause === 'customer-wrote')",
  },
  {
    name: 'frozen: the SDK never aborts',
    file: 'twilio/client.ts',
    replace: `const client = context.getTwilioClient({ timeout: calls.timeoutMs() });
`,
    by: `const client = context.getTwilioClient();
  if (client) return client;
`,
  },
  {
    name: 'transferred: a task without a workflow is refused',
    file: 'parking/domain/check-park.ts',
    replace: 'const workflowSid = task.workflowSid ?? terms.defaultWorkflowSid;',
    by: 'const workflowSid = task.workflowSid;',
  },
  {
    name: 'transferred: a task without a workflow throws',
    file: 'twilio/tasks.ts',
    replace: 'workflowSid: workflowSid.optional().catch(undefined),',
    by: 'workflowSid,',
  },
];
