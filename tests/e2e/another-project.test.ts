/** @jest-environment node */
import { launchBrowser, type TestBrowser } from '../support/browser';
import { flexDesktop } from '../support/flex-desktop';
import { startLocalCommand, type LocalCommand } from '../support/local-command';

jest.setTimeout(120_000);

const EXAMPLE = 'local-twilio/examples/order-card';
/** As in the README of the local Twilio. */
const FLAGS = [
  ...['--plugin', `${EXAMPLE}/order-card.js`, '--functions', `${EXAMPLE}/functions`, '--domain', 'orders.twil.io'],
  ...['--config', `${EXAMPLE}/ui-attributes.json`, '--seed', `${EXAMPLE}/seed.json`],
];

describe('the local Twilio, started for another project by its command', () => {
  let local: LocalCommand;
  let browser: TestBrowser;

  beforeAll(async () => {
    local = await startLocalCommand(FLAGS);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await local.close();
  });

  it('has the people of its seed', () => {
    expect(local.lines.join('\n')).toMatch(/Kim Ito \(agent\).*Lena Brandt \(supervisor\)/s);
    expect(local.lines.join('\n')).not.toContain('Ada');
  });

  it('shows its plugin in Flex, with what its Function says', async () => {
    const kim = flexDesktop(await browser.newPage(), local.addressOf('Kim Ito'));
    await kim.open();
    await kim.accept('Nadia');
    await kim.canvas().getByText('Where is my bicycle?').waitFor();
    await kim.page.getByText('Last order: a blue bicycle, on its way').waitFor();
    browser.assertNoTroubles();
  });

  it('has its customers on the phones', async () => {
    const page = await browser.newPage();
    await page.goto(local.addressOf('Customers'));
    await page.getByRole('region', { name: 'Omar' }).waitFor();
    await page.getByRole('region', { name: 'Nadia' }).getByText('Where is my bicycle?').waitFor();
  });
});
