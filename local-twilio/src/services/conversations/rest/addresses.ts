import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, flag, integer, noContent, ok, param, queryText, text, textList } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { AddressConfiguration, AutoCreation } from '../configuration-entities';
import { addressAnswer } from './configuration-answers';

const CHANGES = [
  'FriendlyName',
  'AutoCreation.Enabled',
  'AutoCreation.Type',
  'AutoCreation.ConversationServiceSid',
  'AutoCreation.WebhookUrl',
  'AutoCreation.WebhookMethod',
  'AutoCreation.WebhookFilters',
  'AutoCreation.StudioFlowSid',
  'AutoCreation.StudioRetryCount',
];

const types: readonly AutoCreation['type'][] = ['webhook', 'studio', 'default'];

function autoCreationOf(request: Request): Partial<AutoCreation> {
  const service = text(request, 'AutoCreation.ConversationServiceSid');
  const own = request.account.conversations.service.sid;
  if (service !== undefined && service !== own)
    throw invalidParameter(`AutoCreation.ConversationServiceSid: there is no service ${service}, only ${own}`);
  const type = types.find((one) => one === text(request, 'AutoCreation.Type'));
  const method = text(request, 'AutoCreation.WebhookMethod');
  return {
    enabled: flag(request, 'AutoCreation.Enabled'),
    type,
    webhookUrl: text(request, 'AutoCreation.WebhookUrl'),
    webhookMethod: method === undefined ? undefined : method.toLowerCase() === 'get' ? 'GET' : 'POST',
    webhookFilters: textList(request, 'AutoCreation.WebhookFilters'),
    studioFlowSid: text(request, 'AutoCreation.StudioFlowSid'),
    studioRetryCount: integer(request, 'AutoCreation.StudioRetryCount'),
  };
}

function typeOf(request: Request): AddressConfiguration['type'] {
  const type = text(request, 'Type');
  if (type === 'sms' || type === 'whatsapp') return type;
  throw new TwilioError(501, 20501, `CreateConfigurationAddress: addresses of type ${type} are not emulated`);
}

export const addresses: Handlers = {
  ListConfigurationAddress: reading(['Type'], (request) => {
    const type = queryText(request, 'Type');
    const all = request.account.conversations.addresses().filter((one) => !type || one.type === type);
    return page(
      request,
      'address_configurations',
      all.map((one) => addressAnswer(request.account, one)),
    );
  }),
  CreateConfigurationAddress: reading(['Type', 'Address', 'AddressCountry', ...CHANGES], (request) => {
    const configuration = request.account.conversations.configureAddress({
      type: typeOf(request),
      address: text(request, 'Address') ?? '',
      country: text(request, 'AddressCountry'),
      friendlyName: text(request, 'FriendlyName'),
      autoCreation: autoCreationOf(request),
    });
    return created(addressAnswer(request.account, configuration));
  }),
  FetchConfigurationAddress: (request) =>
    ok(addressAnswer(request.account, request.account.conversations.address(param(request, 'Sid')))),
  UpdateConfigurationAddress: reading(CHANGES, (request) => {
    const changes = { friendlyName: text(request, 'FriendlyName'), autoCreation: autoCreationOf(request) };
    return ok(
      addressAnswer(request.account, request.account.conversations.updateAddress(param(request, 'Sid'), changes)),
    );
  }),
  DeleteConfigurationAddress: (request) => {
    request.account.conversations.removeAddress(param(request, 'Sid'));
    return noContent();
  },
};
