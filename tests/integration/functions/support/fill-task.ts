import type { Desk } from './desk';

export interface Filling {
  readonly chars: number;
  readonly fill: string;
  /** Whether the attributes still name the invite that Flex wrote into them. */
  readonly invite?: boolean;
}

/** Fills the task's attributes up to that many characters. */
export function fillTask(
  desk: Desk,
  taskSid: string,
  { chars, fill, invite = true }: Filling,
): Record<string, unknown> {
  const { flexChannelInviteSid, ...others } = desk.attributesOf(taskSid);
  const own = invite ? { ...others, flexChannelInviteSid } : others;
  const room = chars - JSON.stringify({ ...own, crm: '' }).length;
  const full = { ...own, crm: fill.repeat(room) };
  desk.world.taskRouter.setTaskAttributes(taskSid, JSON.stringify(full));
  expect(desk.world.taskRouter.task(taskSid).attributes).toHaveLength(chars);
  return full;
}
