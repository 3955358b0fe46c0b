import { parkingSyncService } from '../../../scripts/local-parking';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Conversation } from '../../../local-twilio/src/services/conversations/entities';
import type { FunctionLibrary } from '../functions/load-function';
import { open } from '../run/opening';
import { pressPark } from '../run/people';
import { createStage, type Stage } from '../run/stage';
import { recordOf, viewOf } from '../run/view';
import { PLAIN } from '../schedules/plain';

interface Crowd {
  readonly parked: number;
  /** Among whom they are shared out; each has a map. */
  readonly agents: number;
}

/** An account with many parked conversations: one that the product has parked, and copies with SIDs of their own. */
export async function parkedCrowd({ parked, agents }: Crowd, library: FunctionLibrary): Promise<Stage> {
  const name = `${parked} parked`;
  const stage = open(createStage({ ...PLAIN, name, seed: name, taskEvents: false }, library));
  const parking = pressPark(stage, { by: 'ada' });
  await stage.loop.untilQuiet();
  await parking;
  const original = originalOf(stage);
  const maps = Array.from({ length: agents }, (_, at) => mapOf(stage, workerSid(at + 1)));
  for (let at = 1; at < parked; at += 1) copy(stage, original, { at, ...maps[at % agents] });
  return stage;
}

const workerSid = (number: number) => `WK${number.toString(16).padStart(32, '0')}`;

function mapOf({ world }: Stage, worker: string) {
  const { sid } = world.sync.createMap(ids.syncService, { uniqueName: `ParkedInteractions_${worker}` });
  return { worker, mapSid: sid };
}

/** All that a park leaves, as text in which SIDs can be replaced. */
interface Original {
  readonly conversation: Conversation;
  readonly text: string;
  readonly sids: readonly string[];
}

function originalOf({ world, conversation }: Stage): Original {
  const { rows, wakeWebhooks, attributes } = viewOf(world, conversation);
  const [webhook] = wakeWebhooks;
  const record = recordOf(world, conversation.sid);
  const left = { record, row: rows[0], url: conversation.webhooks.get(`${webhook?.sid}`)?.url, attributes };
  return {
    conversation,
    text: JSON.stringify(left),
    sids: [...sidsOf(world, conversation), webhook?.sid, webhook?.parkId, workerOf(record), mapSidOf(attributes)].map(
      String,
    ),
  };
}

const workerOf = (record: object | undefined) => /"workerSid":"(\w+)"/.exec(JSON.stringify(record))?.[1];
const mapSidOf = ({ mapSid }: Readonly<Record<string, unknown>>) => mapSid;

function sidsOf(world: Stage['world'], conversation: Conversation): string[] {
  const channel = world.flex.channelOfConversation(conversation.sid);
  const [customer] = conversation.participants.keys();
  return [conversation.sid, String(channel?.interactionSid), String(channel?.sid), String(customer)];
}

function copy(
  { world }: Stage,
  original: Original,
  { at, worker, mapSid }: { at: number; worker?: string | undefined; mapSid?: string | undefined },
): void {
  const identity = `customer${at}`;
  const interaction = world.flex.createInteraction({ channelType: 'web', customer: { identity } });
  const [channel] = world.flex.channels(interaction.sid);
  if (!channel || !mapSid) throw new Error('an interaction without a channel, or no agent');
  const conversation = world.conversations.get(channel.conversationSid);
  const parkId = at.toString(16).padStart(16, '0');
  world.conversations.addMessage(conversation.sid, { author: identity, body: 'Hi.', source: 'SDK' });
  const url = /"url":"([^"]*)"/.exec(original.text)?.[1] ?? '';
  const withNewSids = (text: string, webhookSid: string) =>
    [...sidsOf(world, conversation), webhookSid, parkId, String(worker), mapSid].reduce(
      (done, sid, which) => done.replaceAll(original.sids[which] ?? '?', sid),
      text,
    );
  const webhook = world.conversations.addWebhook(conversation.sid, {
    target: 'webhook',
    url: withNewSids(url, ''),
    filters: ['onMessageAdded'],
  });
  const text = withNewSids(original.text, webhook.sid).replaceAll('"identity":"grace"', `"identity":"${identity}"`);
  const { record, row, attributes } = JSON.parse(text);
  world.conversations.update(conversation.sid, { attributes: JSON.stringify(attributes) });
  world.sync.createMapItem(ids.syncService, mapSid, { key: conversation.sid, data: row });
  world.sync.createDocument(parkingSyncService, {
    uniqueName: `ParkedInteraction_${conversation.sid}`,
    data: record,
  });
}
