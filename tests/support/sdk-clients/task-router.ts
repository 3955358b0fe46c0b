import type { Reservation, Worker } from 'twilio-taskrouter';
import { cue, heard, tell } from './telling';

export interface TaskRouterSdk {
  readonly Worker: new (token: string) => Worker;
}

/** A worker's whole task, as Flex works it; the test routes one to them. */
export async function taskRouter(sdk: TaskRouterSdk, token: string): Promise<void> {
  const worker = new sdk.Worker(token);
  await new Promise<void>((resolve, reject) => {
    worker.on('ready', () => resolve());
    worker.on('error', reject);
  });
  tell('activities', [...worker.activities.values()].map(({ name }) => name).sort());
  tell('channels', [...worker.channels.values()].map(({ taskChannelUniqueName }) => taskChannelUniqueName).sort());
  await setActivity(worker, 'Available');

  const created = heard<Reservation>((tell) => worker.on('reservationCreated', tell));
  cue('make a task');
  const reservation = await created;
  tell('offered', [reservation.status, reservation.task.attributes]);
  const accepted = heard<Reservation>((tell) => reservation.on('accepted', tell));
  await reservation.accept();
  tell('accepted', [(await accepted).status, reservation.task.status]);

  const updated = heard((tell) => reservation.task.on('updated', ({ attributes }) => tell(attributes)));
  await reservation.task.setAttributes({ topic: 'boots' });
  tell('updated', await updated);

  const wrapping = heard<Reservation>((tell) => reservation.on('wrapup', tell));
  await reservation.wrap();
  tell('wrapping', (await wrapping).status);
  const completed = heard<Reservation>((tell) => reservation.on('completed', tell));
  await reservation.task.complete('done');
  tell('completed', (await completed).status);

  const changed = heard((tell) => worker.on('attributesUpdated', ({ attributes }) => tell(attributes['floor'])));
  await worker.setAttributes({ ...worker.attributes, floor: 2 });
  tell('floor', await changed);

  const rescinded = heard<Reservation>((tell) => worker.on('reservationCreated', (one) => one.on('canceled', tell)));
  cue('make a task and cancel it');
  tell('canceled', (await rescinded).status);
  await setActivity(worker, 'Offline');
  worker.disconnect();
}

async function setActivity(worker: Worker, name: string): Promise<void> {
  const activity = [...worker.activities.values()].find((one) => one.name === name);
  if (!activity) throw new Error(`There is no activity ${name}`);
  const updated = heard<Worker>((tell) => worker.on('activityUpdated', tell));
  await activity.setAsCurrent();
  tell(`made ${name}`, (await updated).activity.name);
}
