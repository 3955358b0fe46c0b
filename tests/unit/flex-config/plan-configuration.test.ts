/** @jest-environment node */
import { changesBetween, describeChange } from '../../../flex-config/changes';
import { planConfiguration, withoutOwnSettings } from '../../../flex-config/plan-configuration';

describe('the changes between two configurations', () => {
  it('are named by the path of the innermost value', () => {
    const changes = changesBetween(
      { a: { b: 1, c: 2 }, d: [1] },
      { a: { b: 1, c: 3, e: { f: true } }, d: [1, 2] },
      'x',
    );
    expect(changes).toEqual([
      { path: 'x.a.c', before: 2, after: 3 },
      { path: 'x.a.e.f', before: undefined, after: true },
      { path: 'x.d', before: [1], after: [1, 2] },
    ]);
  });

  it('count an empty object, and an object that becomes something else', () => {
    expect(changesBetween({ b: { c: 1 } }, { a: {}, b: 1 }, 'x')).toEqual([
      { path: 'x.b', before: { c: 1 }, after: 1 },
      { path: 'x.a', before: undefined, after: {} },
    ]);
  });

  it('read as one line each', () => {
    expect(describeChange({ path: 'a', before: undefined, after: 'x' })).toBe('+ a: "x"');
    expect(describeChange({ path: 'a', before: true, after: undefined })).toBe('- a: true');
    expect(describeChange({ path: 'a', before: 1, after: 2 })).toBe('~ a: 1 → 2');
  });
});

describe('planning a configuration', () => {
  const account = {
    theme: 'dark',
    custom_data: { crm: 1, features: { callback: {}, park_interaction: { enabled: false } } },
  };
  const files = {
    ui_attributes: {
      custom_data: { serverless_functions_url: 'https://a.twil.io', features: { park_interaction: { enabled: true } } },
    },
  };

  it('puts the environment above the account and keeps what others set', () => {
    const { uiAttributes, problems } = planConfiguration(account, files);
    expect(problems).toEqual([]);
    expect(uiAttributes).toEqual({
      theme: 'dark',
      custom_data: {
        crm: 1,
        features: { callback: {}, park_interaction: { enabled: true } },
        serverless_functions_url: 'https://a.twil.io',
      },
    });
  });

  it('takes out just what is ours', () => {
    const { uiAttributes } = planConfiguration(account, files);
    expect(withoutOwnSettings(uiAttributes)).toEqual({
      theme: 'dark',
      custom_data: { crm: 1, features: { callback: {} } },
    });
    expect(withoutOwnSettings(planConfiguration({ theme: 'dark' }, files).uiAttributes)).toEqual({ theme: 'dark' });
    expect(withoutOwnSettings({ custom_data: { features: {} } })).toEqual({ custom_data: { features: {} } });
  });
});
