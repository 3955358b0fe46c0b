/** @jest-environment node */
import { customers } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp } from './support/desk';
import { it } from './support/either-way';
import { fillTask } from './support/fill-task';
import { stateOf } from './support/world-state';

beforeAll(warmUp, WARM_UP_MS);

/** A script or an agent may rewrite a task's attributes; Flex writes its invite into every new task all the same. */
describe('task attributes that do not name their invite any more', () => {
  it.each([3800, 3850, 3900, 3930, 3950, 4000, 4030, 4040, 4050, 4080, 4096])(
    'of %i characters come back whole, or are refused before anything happened',
    async (chars) => {
      const desk = openDesk();
      desk.available('ada');
      const served = await desk.serve('ada', customers.whatsapp);
      const own = fillTask(desk, served.taskSid, { chars, fill: 'x', invite: false });
      await desk.settled();
      const before = stateOf(desk.world);

      const { status, body } = await desk.park('ada', served);

      if (status !== 200) {
        expect(body).toMatchObject({ code: 'attributes-too-large' });
        expect(stateOf(desk.world)).toEqual(before);
        return;
      }
      await desk.writes(customers.whatsapp);
      expect(desk.openTasks(served.conversationSid).map((task) => desk.attributesOf(task))).toMatchObject([own]);
    },
  );
});
