/** @jest-environment node */
import { changesBetween, describeChange } from '../../../flex-config/changes';
import { isJsonObject } from '../../../flex-config/merge';
import { describeAccountChange, planConfiguration, withoutOwnSettings } from '../../../flex-config/plan-configuration';

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

  it('do not show an address where knowing it is enough to write', () => {
    const path = 'features.park_interaction.alert_url';
    const [before, after] = ['https://chat.example.com/hooks/secret-1', 'https://chat.example.com/hooks/secret-2'];
    expect(describeChange({ path, before, after })).toBe(
      `~ ${path}: https://chat.example.com/… → https://chat.example.com/…`,
    );
    expect(describeChange({ path, before: 'no address', after: undefined })).toBe(`- ${path}: …`);
    expect(describeChange({ path, before: undefined, after: null })).toBe(`+ ${path}: null`);
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

  describe('of our part of the account', () => {
    const environment = (features: object) => ({
      ui_attributes: { custom_data: { serverless_functions_url: 'https://a.twil.io', features } },
    });
    const planned = (held: object, wanted: object) => {
      const { changes, uiAttributes, problems } = planConfiguration(
        { custom_data: { serverless_functions_url: 'https://a.twil.io', features: held } },
        environment(wanted),
      );
      expect(problems).toEqual([]);
      const custom = uiAttributes.custom_data;
      return {
        lines: changes.map(describeAccountChange),
        features: isJsonObject(custom) ? custom.features : undefined,
      };
    };
    const path = 'ui_attributes.custom_data.features';
    const gone = '(in the account, not in the files)';

    it('takes out of the account what was taken out of the file', () => {
      const before = {
        enabled: true,
        courtesy_message: { en: 'Hi', de: 'Hallo' },
        queues: { Sales: { may_park: false } },
      };
      const after = { enabled: true, courtesy_message: { en: 'Hi' } };
      const others = { callback: { enabled: true, courtesy_message: { de: 'theirs' } } };
      const { lines, features } = planned({ ...others, park_interaction: before }, { park_interaction: after });
      expect(lines).toEqual([
        `- ${path}.park_interaction.courtesy_message.de: "Hallo" ${gone}`,
        `- ${path}.park_interaction.queues.Sales.may_park: false ${gone}`,
      ]);
      expect(features).toEqual({ ...others, park_interaction: after });
    });

    it('takes out a key of another version, and says that it is one', () => {
      const { lines, features } = planned(
        { park_interaction: { enabled: true, show_menu: true } },
        { park_interaction: { enabled: true } },
      );
      expect(lines).toEqual([
        `- ${path}.park_interaction.show_menu: true (in the account, not in the files; not a setting of this version)`,
      ]);
      expect(features).toEqual({ park_interaction: { enabled: true } });
    });

    it('leaves the public template its key while ours is another', () => {
      const template = { park_interaction: { enabled: false, show_list: true } };
      const { lines, features } = planned(
        { ...template, conversation_parking: { enabled: true, wrap_up: true } },
        { conversation_parking: { enabled: true } },
      );
      expect(lines).toEqual([`- ${path}.conversation_parking.wrap_up: true ${gone}`]);
      expect(features).toEqual({ ...template, conversation_parking: { enabled: true } });
    });

    it('takes out the other key when the file goes back to the one it shares with the template', () => {
      const { features } = planned(
        { conversation_parking: { enabled: true } },
        { park_interaction: { enabled: true } },
      );
      expect(features).toEqual({ park_interaction: { enabled: true } });
    });
  });

  it('keeps the address of the Functions where the file leaves it out', () => {
    const held = { custom_data: { serverless_functions_url: 'https://a.twil.io' } };
    const { uiAttributes } = planConfiguration(held, { ui_attributes: {} });
    expect(uiAttributes).toEqual(held);
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

  it('takes out the other key alone where the template may have its own', () => {
    const template = { park_interaction: { enabled: false } };
    const features = { ...template, conversation_parking: { enabled: true } };
    expect(withoutOwnSettings({ custom_data: { features } })).toEqual({ custom_data: { features: template } });
  });
});
