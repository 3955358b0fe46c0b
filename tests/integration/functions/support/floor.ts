import { openDesk, type Desk, type DeskOptions } from './desk';
import { customers, type Served } from './contact-centre';

/** A contact centre at work: each agent serves a customer and has parked another. */
export interface Floor {
  readonly desk: Desk;
  readonly adaServes: Served;
  readonly benServes: Served;
  readonly adaParked: Served;
  readonly benParked: Served;
  /** Valid Flex tokens; the same on every floor. */
  readonly tokens: readonly string[];
}

export const hedy = { channel: 'web', address: 'hedy', name: 'Hedy' } as const;

/** Nobody gets anything new, so that nothing happens by itself while a request is judged. */
export async function openFloor(options: DeskOptions = {}): Promise<Floor> {
  const desk = openDesk(options);
  const everybody = ['ada', 'ben', 'sofia', 'alex'] as const;
  for (const username of everybody) {
    const attributes = JSON.parse(desk.world.taskRouter.worker(desk.person(username).workerSid).attributes);
    const routing = { skills: ['support', 'sales'], levels: {} };
    desk.world.taskRouter.setWorkerAttributes(
      desk.person(username).workerSid,
      JSON.stringify({ ...attributes, routing }),
    );
  }
  const serve = async (username: 'ada' | 'ben', customer: Parameters<Desk['serve']>[1]) => {
    desk.available(username);
    const served = await desk.serve(username, customer);
    desk.away(username);
    return served;
  };
  const adaParked = await serve('ada', customers.sms);
  await desk.park('ada', adaParked);
  const benParked = await serve('ben', hedy);
  await desk.park('ben', benParked);
  const adaServes = await serve('ada', customers.web);
  const benServes = await serve('ben', customers.whatsapp);
  await desk.settled();
  return { desk, adaServes, benServes, adaParked, benParked, tokens: everybody.map(desk.token) };
}
