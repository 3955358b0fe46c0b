import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import type { SetUp } from '../../../kernel/service';
import type { Conversations } from '../commands';
import { webhookOf, type NewAddress } from '../configuration-commands';
import type { AddressConfiguration, AutoCreation } from '../configuration-entities';
import type { Context } from '../events';
import { checkFriendlyName, type ConversationStore } from '../store';
import { over } from './ask-first';
import { checkWebhook } from './scoped-webhooks';

type Addresses = Pick<Conversations, 'addresses' | 'address' | 'configureAddress' | 'updateAddress' | 'removeAddress'>;

const nothing: AutoCreation = {
  enabled: false,
  type: 'default',
  webhookUrl: null,
  webhookMethod: 'POST',
  webhookFilters: [],
  studioFlowSid: null,
  studioRetryCount: null,
};

/** https://www.twilio.com/docs/conversations/api/address-configuration-resource */
export function createAddresses(context: Context, store: ConversationStore, proxies: SetUp['proxies']): Addresses {
  const { clock, sids } = context;
  const find = (name: string) =>
    store.addresses.get(name) ?? [...store.addresses.values()].find(({ address }) => address === name);
  const get = (name: string): AddressConfiguration => {
    const found = find(name);
    if (!found) throw notFound(`/Configuration/Addresses/${name}`);
    return found;
  };
  const checked = (autoCreation: AutoCreation): AutoCreation => {
    const webhook = webhookOf(autoCreation);
    if (webhook) checkWebhook(webhook, webhook.target, context);
    return autoCreation;
  };
  const checkIsOurs = ({ type, address }: NewAddress) => {
    if (address !== proxies[type])
      throw invalidParameter(`Address: this account has no ${type} address ${address}, only ${proxies[type]}`);
    // That there is one per address is documented; what a second one is answered is not.
    if (find(address)) throw new TwilioError(409, 20409, `Address ${address} is configured already`);
  };

  return {
    addresses: () => [...store.addresses.values()],
    address: get,
    configureAddress(input) {
      checkIsOurs(input);
      const now = clock.nowMs();
      const configuration: AddressConfiguration = {
        sid: sids.next('IG'),
        type: input.type,
        address: input.address,
        country: input.country ?? null,
        createdAtMs: now,
        friendlyName: checkFriendlyName(input.friendlyName ?? null, context),
        autoCreation: checked(over(nothing, input.autoCreation)),
        updatedAtMs: now,
      };
      store.addresses.set(configuration.sid, configuration);
      return configuration;
    },
    updateAddress(name, { friendlyName, autoCreation = {} }) {
      const configuration = get(name);
      const changed = checked(over(configuration.autoCreation, autoCreation));
      if (friendlyName !== undefined) configuration.friendlyName = checkFriendlyName(friendlyName, context);
      configuration.autoCreation = changed;
      configuration.updatedAtMs = clock.nowMs();
      return configuration;
    },
    removeAddress: (name) => void store.addresses.delete(get(name).sid),
  };
}
