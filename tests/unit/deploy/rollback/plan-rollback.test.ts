/** @jest-environment node */
import { pluginPath } from '../../../../deploy/product';
import { newestFirst, type PastBuild } from '../../../../deploy/rollback/history';
import { planRollback } from '../../../../deploy/rollback/plan-rollback';
import { DOMAIN, healthyState } from '../account-facts';

const version = (n: number) => `0.1.0-b${n}`;

/** The second build is live; `serves` are the builds whose plugin the first one serves. */
function plan({ desktopsLoad = 2, serves = [1], archived = [] as number[] } = {}) {
  const asset = (n: number) => ({ sid: `ZN${n}`, path: pluginPath(version(n)) });
  const build = (n: number, assets: number[]): PastBuild => ({
    sid: `ZB${n}`,
    liveSince: `2026-11-2${n}T09:00:00Z`,
    build: version(n),
    assets: assets.map(asset),
  });
  const state = healthyState();
  const versions = [1, 2, 3].map((n) => ({
    sid: `FV${n}`,
    version: version(n),
    url: `https://${DOMAIN}${pluginPath(version(n))}`,
    archived: archived.includes(n),
  }));
  const released = [{ uniqueName: 'park-interaction', version: version(desktopsLoad), versionSid: '', phase: 3 }];
  return planRollback(
    { ...state, plugin: { ...state.plugin, versions, released } },
    { builds: [build(2, [1, 2]), build(1, serves)], releases: [{ version: version(2) }, { version: version(1) }] },
  );
}

describe('the plan of a rollback', () => {
  it('releases the version of before, which the older build serves', () => {
    expect(plan()?.plugin).toMatchObject({ version: version(1), versionSid: 'FV1', instead: version(2) });
  });

  it.each([
    ['is archived', { archived: [1] }],
    ['is not served', { serves: [] }],
  ])('is refused where the version of before %s', (_case, options) => {
    expect(() => plan(options)).toThrow(
      'Desktops load version 0.1.0-b2. Build 0.1.0-b1 does not serve it, and there is no earlier version to release instead. Deploy an older checkout.',
    );
  });

  it('never leaves desktops on a version that the older build does not serve', () => {
    expect(plan({ desktopsLoad: 3 })?.plugin).toMatchObject({ version: version(1), instead: version(3) });
    expect(() => plan({ desktopsLoad: 3, serves: [] })).toThrow(
      'Desktops load version 0.1.0-b3. Build 0.1.0-b1 does not serve it',
    );
  });

  it('leaves desktops on what the older build serves as well', () => {
    expect(plan({ archived: [1], serves: [1, 2] })).toMatchObject({
      plugin: undefined,
      notes: ['No earlier version of the plugin is served; desktops go on loading 0.1.0-b2.'],
    });
    expect(plan({ desktopsLoad: 1 })?.notes).toEqual(['Desktops go on loading version 0.1.0-b1.']);
  });
});

it('a history begins with the newest, in whatever order it was told', () => {
  const at = (day: number) => ({ dateCreated: new Date(Date.UTC(2026, 10, day)) });
  expect(newestFirst([at(2), at(3), at(1)])).toEqual([at(3), at(2), at(1)]);
});
