/** @jest-environment node */
import { settingsOfQueue } from '../../../../serverless-functions/src/contract/queue-settings';
import { sid } from '../support/fixtures';

const general = { askForNote: false, maxParkedPerAgent: 5, queues: {} };
const support = { sid: sid('WQ'), name: 'Support' };

describe('the settings of a queue', () => {
  it('are the general ones, and parking is allowed, unless it has its own', () => {
    const queues = { Sales: { askForNote: true } };
    expect(settingsOfQueue({ ...general, queues }, support)).toEqual({ ...general, queues, mayPark: true });
  });

  it.each(['Support', support.sid])('are its own where %s names it', (key) => {
    const queues = { [key]: { mayPark: false, askForNote: true, maxParkedPerAgent: null } };
    const own = { mayPark: false, askForNote: true, maxParkedPerAgent: null };
    expect(settingsOfQueue({ ...general, queues }, support)).toEqual({ queues, ...own });
  });

  it('under its SID count more than under its name, setting by setting', () => {
    const queues = { Support: { mayPark: false, askForNote: true }, [support.sid]: { mayPark: true } };
    expect(settingsOfQueue({ ...general, queues }, support)).toMatchObject({ mayPark: true, askForNote: true });
  });

  it.each([{}, { name: 'constructor' }, { name: '__proto__' }])('are the general ones for %j', (queue) => {
    expect(settingsOfQueue(general, queue)).toEqual({ ...general, mayPark: true });
  });
});
