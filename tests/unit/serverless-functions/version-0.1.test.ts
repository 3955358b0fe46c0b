/** @jest-environment node */
import { completeParkedAnswer } from '../../../serverless-functions/src/contract/complete-parked';
import { errorAnswer } from '../../../serverless-functions/src/contract/error-answer';
import { ERROR_CODES } from '../../../serverless-functions/src/contract/error-codes';
import { everyoneAnswer } from '../../../serverless-functions/src/contract/everyone';
import { listItem, parkedInteractionsMapName } from '../../../serverless-functions/src/contract/list-item';
import { parkAnswer } from '../../../serverless-functions/src/contract/park';
import { previewAnswer } from '../../../serverless-functions/src/contract/preview';
import { reconcileAnswer } from '../../../serverless-functions/src/contract/reconcile';
import { unparkAnswer } from '../../../serverless-functions/src/contract/unpark';
import { everyone } from '../../../serverless-functions/src/parking/desk/everyone';
import { preview } from '../../../serverless-functions/src/parking/desk/preview';
import { recordSchema } from '../../../serverless-functions/src/parking/domain/record';
import { routeFromFlow } from '../../../serverless-functions/src/parking/unpark/route-from-flow';
import { foundIn, isRecordName } from '../../../serverless-functions/src/twilio/record-documents';
import { readWakeUrl, wakeUrl } from '../../../serverless-functions/src/twilio/wake-url';
import { accepts, holds, leaves, leftovers, newTask, NOTHING, recordOf, SETTINGS, writes } from './parking/fake-world';
import { codeOfRefusal } from './parking/fake-ports';
import { CONVERSATION, openDesk, type Desk } from './parking/parking-desk';
import { ADA, BEN, NEW_TASK, PARKED_AT_MS, PARKED_TASK, sid, SOFIA } from './support/fixtures';
import * as oldContract from './support/version-0.1/contract';
import { ANSWERS, RECORD_NAME, RECORDS, ROW, ROW_MAP, WAKE_URL } from './support/version-0.1/parked';
import { leaseSchema, recordSchema as oldRecordSchema } from './support/version-0.1/record-schema';

const HOUR_MS = 3_600_000;
const FUNCTIONS = 'parking-local.twil.io';

/** The conversation as version 0.1 left it, an hour ago. */
function leftBy01(record: object): Desk {
  const desk = openDesk();
  const { world } = desk;
  const agent = world.channel.find(({ type }) => type === 'agent');
  if (agent) leaves(world, agent);
  const webhook = readWakeUrl(WAKE_URL);
  if (webhook) world.webhooks.set(sid('WH'), { sid: sid('WH'), createdAtMs: PARKED_AT_MS, ...webhook });
  world.rows.set(`${ADA.workerSid}/${CONVERSATION}`, { item: listItem.parse(ROW), ttlSeconds: 86_400, revision: '1' });
  const mark = { crmId: '42', mapSid: sid('MP'), mapItemKey: CONVERSATION };
  world.conversation = { state: 'active', attributes: JSON.stringify(mark) };
  if ('flow' in record) world.flows.push(sid('FW'));
  holds(world, record);
  world.clock.advance(HOUR_MS);
  return desk;
}

async function reply(desk: Desk) {
  const [message] = writes(desk.world);
  if (!message) throw new Error('no webhook would tell anybody');
  return desk.wake(message);
}

/** The agent accepts the last invite, and nothing of the park is left. */
async function isAccepted(desk: Desk) {
  const taskSid = desk.world.invites.at(-1)?.taskSid;
  if (!taskSid) throw new Error('there is no invite');
  accepts(desk.world, taskSid, BEN);
  await desk.taskEvent('accepted', taskSid);
  expect(leftovers(desk.world)).toEqual(NOTHING);
  expect(desk.world.flows).toEqual([]);
}

const records = Object.entries(RECORDS);

describe('what version 0.1 has parked', () => {
  it.each(records)('is read as it was written: %s', (_, data) => {
    const found = foundIn({ sid: 'ET1', revision: '1', data }, { conversationSid: CONVERSATION });
    expect(found).toEqual({ record: data, documentSid: 'ET1', revision: '1' });
  });

  it('was readable then, so that these are such records', () => {
    for (const [, data] of records) expect(oldRecordSchema.parse(data)).toEqual(data);
  });

  it.each(records)('comes back when the customer writes: %s', async (_, data) => {
    const desk = leftBy01(data);
    expect(await reply(desk)).toEqual({ status: 'routed' });
    await isAccepted(desk);
  });

  it.each(records)('comes back by reconcile when nobody told that the customer wrote: %s', async (_, data) => {
    const desk = leftBy01(data);
    writes(desk.world);
    await desk.reconcileLater();
    expect(desk.world.invites).toHaveLength(1);
    await isAccepted(desk);
  });

  it.each(records)('comes back to the agent who unparks it: %s', async (_, data) => {
    const desk = leftBy01(data);
    expect(await desk.unpark()).toMatchObject({ status: 'unparked', taskSid: newTask(desk.world) });
    // A reply that a dead Function had noted is older than the press, and is routed as the reply that it is.
    const toAda = { direct: { workerSid: ADA.workerSid }, timeoutSeconds: 120 };
    expect(desk.world.invites[0]?.routing).toMatchObject('replyPending' in data && data.replyPending ? {} : toAda);
    await isAccepted(desk);
  });

  it.each(records)('is on the board, and can be read in a preview: %s', async (_, data) => {
    const { ports } = leftBy01(data);
    const { items } = await everyone(ports, { version: 2 }, Promise.resolve(SOFIA));
    expect(items).toMatchObject([{ conversationSid: CONVERSATION, agentName: 'Ada Okafor' }]);
    const shown = preview(ports, { conversationSid: CONVERSATION }, Promise.resolve(ADA));
    expect(await shown).toMatchObject({ status: 'preview' });
  });

  it.each(['returning by the workflow', 'returning to the agent'])(
    'is not routed twice while it is %s',
    async (what) => {
      const desk = leftBy01({ ...RECORDS[what], sinceMs: PARKED_AT_MS + HOUR_MS });
      const task = desk.world.tasks.get(PARKED_TASK);
      if (task) desk.world.tasks.set(NEW_TASK, { ...task, sid: NEW_TASK, status: 'pending' });
      expect(await reply(desk)).toEqual({ status: 'ignored', why: 'served' });
      expect(desk.world.invites).toHaveLength(0);
    },
  );

  it('comes back when its flow wants an agent', async () => {
    const desk = leftBy01(RECORDS['parked, with a flow'] ?? {});
    expect(await routeFromFlow(desk.ports, CONVERSATION)).toEqual({ status: 'routed' });
    await isAccepted(desk);
  });

  it('has names that are still the same', () => {
    expect(isRecordName(RECORD_NAME)).toBe(true);
    expect(parkedInteractionsMapName(ADA.workerSid)).toBe(ROW_MAP);
    expect(wakeUrl({ functionsDomain: FUNCTIONS, parkId: 'park-1' })).toBe(WAKE_URL);
    expect(listItem.parse(ROW)).toEqual(ROW);
  });
});

/** Every record that is written while this runs, and every lease. */
async function writtenDuring(run: (desk: Desk) => Promise<unknown>, desk = openDesk()) {
  const written: object[] = [];
  const leases: object[] = [];
  const { create, replace, saveProgress } = desk.ports.records;
  Object.assign(desk.ports.records, {
    create: (record: Parameters<typeof create>[0]) => {
      written.push(record);
      return create(record);
    },
    replace: (...[at, record]: Parameters<typeof replace>) => {
      written.push(record);
      return replace(at, record);
    },
    saveProgress: (lease: Parameters<typeof saveProgress>[0]) => {
      leases.push(lease);
      return saveProgress(lease);
    },
  });
  await run(desk);
  return { written, leases };
}

const LIFE: Record<string, (desk: Desk) => Promise<unknown>> = {
  'woken and accepted': async (desk) => {
    await desk.park(ADA, { reason: 'bank', note: 'call on Monday' });
    await reply(desk);
    accepts(desk.world, newTask(desk.world), BEN);
    await desk.taskEvent('accepted', newTask(desk.world));
  },
  'unparked, declined and woken': async (desk) => {
    await desk.park();
    await desk.unpark();
    desk.world.tasks.delete(newTask(desk.world));
    await desk.taskEvent('died', newTask(desk.world));
    await reply(desk);
  },
  'woken with lost answers, taken over and routed again': async (desk) => {
    await desk.park();
    desk.faults.fail('interactions.invite', 'lost-request');
    await reply(desk).catch(() => undefined);
    await desk.reconcileLater();
    await desk.reconcileLater();
  },
  'parked with lost answers': async (desk) => {
    desk.faults.fail('interactions.release', 'lost-answer');
    await desk.park();
    await desk.unpark(SOFIA, 'workflow');
  },
  'refused and kept as a problem': async (desk) => {
    await desk.park();
    desk.faults.fail('interactions.invite', 'refused', 3);
    await reply(desk).catch(() => undefined);
    await desk.reconcileLater();
  },
  'repaired by reconcile': async (desk) => {
    await desk.park();
    desk.world.webhooks.clear();
    desk.world.rows.clear();
    await desk.reconcileLater();
  },
  'parked over a record of a later version': async (desk) => {
    holds(desk.world, { ...RECORDS.parked, v: 2 });
    await desk.park();
  },
  'woken from a record of a later version': async (desk) => {
    await desk.park();
    holds(desk.world, { ...recordOf(desk.world), v: 2 });
    await reply(desk);
  },
};

const SETTINGS_OF_PARKS: Record<string, Partial<typeof SETTINGS>> = {
  'by the workflow': {},
  'to the agent': { onCustomerReply: 'worker', returningPriorityBoost: 5, unparkInviteTimeoutSeconds: 30 },
  'to a queue': { onCustomerReply: 'queue', askForNote: true, maxParkedPerAgent: 3 },
  'to a flow': { onCustomerReply: 'studio', studioFlowSid: sid('FW'), showList: false },
};

describe('after a rollback, version 0.1 reads', () => {
  const lives = Object.entries(SETTINGS_OF_PARKS).flatMap(([where, settings]) =>
    Object.entries(LIFE).map(([how, run]) => ({ where, how, settings, run })),
  );

  it.each(lives)('every record of a conversation that goes $where and is $how', async ({ settings, run }) => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, ...settings };
    const { written, leases } = await writtenDuring((open) => run(open).catch(() => undefined), desk);
    expect(written.length).toBeGreaterThan(0);
    for (const record of written) {
      expect(recordSchema.safeParse(record).success).toBe(true);
      expect(oldRecordSchema.safeParse(record).error).toBeUndefined();
    }
    for (const lease of leases) expect(leaseSchema.safeParse(JSON.parse(JSON.stringify(lease))).success).toBe(true);
  });

  it.each(records)('what became of a record of its own: %s', async (_, data) => {
    const desk = leftBy01(data);
    const { written } = await writtenDuring(reply, desk);
    for (const record of written) expect(oldRecordSchema.safeParse(record).error).toBeUndefined();
  });

  it('every row', async () => {
    const desk = openDesk();
    await desk.park();
    holds(desk.world, { ...recordOf(desk.world), v: 2 });
    await desk.reconcileLater();
    const [row] = desk.world.rows.values();
    expect(row?.item.problem).toBe('record-unreadable');
    expect(oldContract.listItem.safeParse(row?.item).success).toBe(true);
  });
});

describe('a desktop of version 0.1 reads', () => {
  const desks: [string, () => Promise<Desk>][] = [
    ['nothing is parked', async () => openDesk()],
    ...records.map(([what, data]): [string, () => Promise<Desk>] => [`it is ${what}`, async () => leftBy01(data)]),
    ['a record cannot be read', async () => leftBy01({ ...RECORDS.parked, v: 2 })],
    ['a record holds nothing', async () => leftBy01({ note: 'hello' })],
  ];

  it.each(desks)('the board when %s', async (_, open) => {
    const answer = await everyone((await open()).ports, {}, Promise.resolve(SOFIA));
    expect(oldContract.everyoneAnswer.safeParse(answer).error).toBeUndefined();
  });

  it.each(desks)('the report of reconcile when %s', async (_, open) => {
    const desk = await open();
    writes(desk.world);
    expect(oldContract.reconcileAnswer.safeParse(await desk.reconcileLater()).error).toBeUndefined();
    expect(oldContract.reconcileAnswer.safeParse(await desk.reconcileLater(0)).error).toBeUndefined();
  });

  it('the answers to Park, Unpark, and the preview', async () => {
    const desk = openDesk();
    expect(oldContract.parkAnswer.safeParse(await desk.park()).success).toBe(true);
    const shown = await preview(desk.ports, { conversationSid: CONVERSATION }, Promise.resolve(ADA));
    expect(oldContract.previewAnswer.safeParse(shown).success).toBe(true);
    expect(oldContract.unparkAnswer.safeParse(await desk.unpark()).success).toBe(true);
    expect(oldContract.unparkAnswer.safeParse(await desk.unpark()).success).toBe(true);
  });

  it('every refusal that it knew, and takes the new ones for answers that it does not understand', () => {
    const unknown = ERROR_CODES.filter((code) => !oldContract.errorAnswer.safeParse({ code, message: '' }).success);
    expect(unknown.sort()).toEqual([
      // The three about settings: never said to a desktop that has no page of settings.
      'admins-only',
      // Never said to a desktop that chooses no agent.
      'agent-not-available',
      'channel-failed',
      'no-workflow',
      'open-invites',
      // Never said to a desktop that chooses no queue.
      'queue-not-found',
      'record-unreadable',
      'settings-changed',
      'settings-unconfirmed',
      // Never said to a desktop that asks for no time.
      'time-not-possible',
      'wake-link-expired',
      'wake-link-invalid',
      'wake-links-off',
    ]);
  });

  it('a refusal that is worded as before', async () => {
    const code = await codeOfRefusal(openDesk().unpark());
    expect(oldContract.errorAnswer.safeParse({ code, message: '' }).success).toBe(true);
  });
});

describe('a desktop of today reads of Functions of version 0.1', () => {
  const SCHEMAS = {
    park: parkAnswer,
    unpark: unparkAnswer,
    everyone: everyoneAnswer,
    reconcile: reconcileAnswer,
    preview: previewAnswer,
    completeParked: completeParkedAnswer,
    error: errorAnswer,
  } satisfies Record<keyof typeof ANSWERS, object>;
  const answers = Object.entries(ANSWERS).flatMap(([name, all]) => all.map((answer) => [name, answer] as const));

  it.each(answers)('the answer of %s as it was written: %j', (name, answer) => {
    const schema = Object.entries(SCHEMAS).find(([key]) => key === name)?.[1];
    expect(schema?.parse(answer)).toEqual(answer);
  });

  it('and each answer was one', () => {
    expect(ANSWERS.everyone.every((answer) => oldContract.everyoneAnswer.safeParse(answer).success)).toBe(true);
    expect(ANSWERS.reconcile.every((answer) => oldContract.reconcileAnswer.safeParse(answer).success)).toBe(true);
  });
});
