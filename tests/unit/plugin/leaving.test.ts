import { askBeforeLeaving } from '../../../plugin-src/flex/leaving';

describe('leaving the page', () => {
  let isNeeded = false;
  beforeAll(() => askBeforeLeaving(window, () => isNeeded));
  const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('is asked about while something is under way that ends with it, and not before or after', () => {
    expect(leave()).toBe(false);
    isNeeded = true;
    expect(leave()).toBe(true);
    isNeeded = false;
    expect(leave()).toBe(false);
  });
});
