import { z } from 'zod';
import { invalidParameter, notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { created, flag, ok, param, text } from '../../../kernel/rest/request';
import { reading } from '../../../kernel/rest/reads';
import type { Handlers, Request } from '../account';
import { readJsonObject } from '../../../kernel/rest/body';
import {
  configurationLinks,
  configurationAnswer,
  configuredPluginAnswer,
  pluginLinks,
  pluginAnswer,
  releaseAnswer,
  versionAnswer,
} from './answers';

const configuredPlugin = z.object({ plugin_version: z.string(), phase: z.number().int().default(3) });

/** Each plugin arrives as JSON text. */
function pluginsOf({ body }: Request) {
  const given = Array.isArray(body.Plugins) ? body.Plugins : [];
  return given.map((item: unknown) => {
    const parsed = configuredPlugin.safeParse(readJsonObject(item, 'Plugins'));
    if (!parsed.success) throw invalidParameter('Plugins: plugin_version is required');
    return { versionSid: parsed.data.plugin_version, phase: parsed.data.phase };
  });
}

const changesOf = (request: Request) => ({
  friendlyName: text(request, 'FriendlyName'),
  description: text(request, 'Description'),
});

const plugins: Handlers = {
  ListPlugin: (request) => {
    const { accountSid, plugins: held } = request.account;
    const wire = held.plugins().map((plugin) => ({ ...pluginAnswer(accountSid, plugin), ...pluginLinks(plugin) }));
    return page(request, 'plugins', wire);
  },
  CreatePlugin: reading(['UniqueName', 'FriendlyName', 'Description'], (request) => {
    const { accountSid, plugins: held } = request.account;
    const made = held.createPlugin({ uniqueName: text(request, 'UniqueName') ?? '', ...changesOf(request) });
    return created({ ...pluginAnswer(accountSid, made), ...pluginLinks(made) });
  }),
  FetchPlugin: (request) => {
    const found = request.account.plugins.plugin(param(request, 'Sid'));
    return ok({ ...pluginAnswer(request.account.accountSid, found), ...pluginLinks(found) });
  },
  UpdatePlugin: reading(['FriendlyName', 'Description'], (request) => {
    const changed = request.account.plugins.updatePlugin(param(request, 'Sid'), changesOf(request));
    return ok({ ...pluginAnswer(request.account.accountSid, changed), ...pluginLinks(changed) });
  }),
  UpdatePluginArchive: (request) =>
    ok(pluginAnswer(request.account.accountSid, request.account.plugins.archivePlugin(param(request, 'Sid')))),
};

const versions: Handlers = {
  ListPluginVersion: (request) => {
    const { accountSid, plugins: held } = request.account;
    const all = [...held.plugin(param(request, 'PluginSid')).versions.values()].reverse();
    return page(
      request,
      'plugin_versions',
      all.map((version) => ({ ...versionAnswer(accountSid, version), validated: false })),
    );
  },
  CreatePluginVersion: reading(
    ['Version', 'PluginUrl', 'Changelog', 'Private', 'CliVersion', 'ValidateStatus'],
    (request) => {
      const { accountSid, plugins: held } = request.account;
      const made = held.createVersion(param(request, 'PluginSid'), {
        version: text(request, 'Version') ?? '',
        url: text(request, 'PluginUrl') ?? '',
        changelog: text(request, 'Changelog') ?? '',
        isPrivate: flag(request, 'Private') ?? false,
      });
      return created({ ...versionAnswer(accountSid, made), validated: false });
    },
  ),
  FetchPluginVersion: (request) => {
    const { accountSid, plugins: held } = request.account;
    const found = held.version(param(request, 'PluginSid'), param(request, 'Sid'));
    return ok({ ...versionAnswer(accountSid, found), validated: false });
  },
  UpdatePluginVersionArchive: (request) => {
    const { accountSid, plugins: held } = request.account;
    return ok(versionAnswer(accountSid, held.archiveVersion(param(request, 'PluginSid'), param(request, 'Sid'))));
  },
};

const configurations: Handlers = {
  ListPluginConfiguration: (request) => {
    const { accountSid, plugins: held } = request.account;
    const wire = held
      .configurations()
      .map((one) => ({ ...configurationAnswer(accountSid, one), ...configurationLinks(one) }));
    return page(request, 'configurations', wire);
  },
  CreatePluginConfiguration: reading(['Name', 'Description', 'Plugins'], (request) => {
    const { accountSid, plugins: held } = request.account;
    const made = held.createConfiguration({
      name: text(request, 'Name') ?? '',
      description: text(request, 'Description') ?? '',
      plugins: pluginsOf(request),
    });
    return created({ ...configurationAnswer(accountSid, made), ...configurationLinks(made) });
  }),
  FetchPluginConfiguration: (request) => {
    const found = request.account.plugins.configuration(param(request, 'Sid'));
    return ok({ ...configurationAnswer(request.account.accountSid, found), ...configurationLinks(found) });
  },
  UpdatePluginConfigurationArchive: (request) =>
    ok(
      configurationAnswer(
        request.account.accountSid,
        request.account.plugins.archiveConfiguration(param(request, 'Sid')),
      ),
    ),
  ListConfiguredPlugin: (request) => {
    const { accountSid, plugins: held } = request.account;
    const found = held.configuration(param(request, 'ConfigurationSid'));
    return page(
      request,
      'plugins',
      found.plugins.map((one) => configuredPluginAnswer(accountSid, found.sid, one)),
    );
  },
  FetchConfiguredPlugin: (request) => {
    const { accountSid, plugins: held } = request.account;
    const configuration = held.configuration(param(request, 'ConfigurationSid'));
    const name = param(request, 'PluginSid');
    const found = configuration.plugins.find(({ plugin }) => plugin.sid === name || plugin.uniqueName === name);
    if (!found) throw notFound(`/Plugins/${name}`);
    return ok(configuredPluginAnswer(accountSid, configuration.sid, found));
  },
};

const releases: Handlers = {
  ListPluginRelease: (request) => {
    const { accountSid, plugins: held } = request.account;
    return page(
      request,
      'releases',
      held.releases().map((release) => releaseAnswer(accountSid, release)),
    );
  },
  CreatePluginRelease: reading(['ConfigurationId'], (request) => {
    const { accountSid, plugins: held } = request.account;
    return created(releaseAnswer(accountSid, held.createRelease(text(request, 'ConfigurationId') ?? '')));
  }),
  FetchPluginRelease: (request) =>
    ok(releaseAnswer(request.account.accountSid, request.account.plugins.release(param(request, 'Sid')))),
};

/** What the CLI says of itself with every request, as with CliVersion and ValidateStatus: no answer depends on it. */
const METADATA = 'Flex-Metadata';

/** https://www.twilio.com/docs/flex/developer/plugins/api */
export const pluginsRest: Handlers = Object.fromEntries(
  Object.entries({ ...plugins, ...versions, ...configurations, ...releases }).map(([operationId, run]) => [
    operationId,
    reading([...(run.reads ?? []), METADATA], (request: Request) => run(request)),
  ]),
);
