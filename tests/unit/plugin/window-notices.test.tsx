import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { createWindowNotices } from '../../../plugin-src/parking/window-notices';
import { createText } from '../../../plugin-src/parking/strings/text';
import { stringsFor } from '../../../plugin-src/parking/strings/translations';
import { aListItem, NOW, sid } from './support/fixtures';
import { loadRealFlex, type RealFlex } from './support/load-real-flex';

/** The bundle is 8 MB; loading it takes a while. */
jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const closing = (leftMinutes: number, item: Partial<ListItem>) => ({
  item: aListItem({ channelType: 'whatsapp', ...item }),
  closesAtMs: NOW.getTime() + leftMinutes * MINUTE_MS,
  leftMs: leftMinutes * MINUTE_MS,
});

describe('the notice of reply windows that close soon', () => {
  let flex: RealFlex;
  const shown: { id: string; context?: object }[] = [];

  beforeAll(async () => {
    flex = await loadRealFlex();
    flex.Notifications.addListener(
      flex.NotificationEvent.beforeAddNotification,
      (notification: { id: string; context?: object }, cancel: () => void) => {
        shown.push(notification);
        cancel();
      },
    );
  });

  beforeEach(() => shown.splice(0));

  function aDesk() {
    const asked: string[] = [];
    for (const id of ['ParkInteractionWindowCloses', 'ParkInteractionWindowsClose'])
      flex.Notifications.registeredNotifications.delete(id);
    const tell = createWindowNotices({
      flex,
      text: createText(stringsFor('en-US'), () => undefined),
      localeTag: 'en-US',
      unpark: (conversationSid) => asked.push(`unpark ${conversationSid}`),
      openList: () => asked.push('open the list'),
    });
    /** Presses the button in the notice that was shown. */
    const press = () => {
      const [notice] = shown;
      const [action] = flex.Notifications.registeredNotifications.get(notice?.id ?? '')?.actions ?? [];
      action?.props.onClick(undefined, { id: notice?.id, context: notice?.context });
      return { asked, label: action?.props.label };
    };
    return { tell, press };
  }

  it('names the customer and how long it is, and unparks', () => {
    const { press, tell } = aDesk();
    tell([closing(59.5, { customerName: 'Grace' })]);
    expect(shown).toEqual([
      expect.objectContaining({
        id: 'ParkInteractionWindowCloses',
        context: { customerName: 'Grace', time: '59 min', conversationSid: sid('CH') },
      }),
    ]);
    expect(press()).toEqual({ label: 'Unpark', asked: [`unpark ${sid('CH')}`] });
  });

  it('names several customers in one bar, and shows the list', () => {
    const { press, tell } = aDesk();
    tell([closing(5, { customerName: 'Grace' }), closing(30, { customerName: 'Wanda' })]);
    expect(shown).toEqual([
      expect.objectContaining({
        id: 'ParkInteractionWindowsClose',
        context: { customerName: 'Grace and Wanda', time: '5 min' },
      }),
    ]);
    expect(press()).toEqual({ label: 'Show list', asked: ['open the list'] });
  });

  it('names as many as fit into a line', () => {
    const { tell } = aDesk();
    tell(['Ann', 'Ben', '', 'Dee', 'Eve'].map((customerName) => closing(5, { customerName })));
    expect(shown[0]?.context).toMatchObject({ customerName: 'Ann, Ben, The customer, and 2 more' });
  });
});
