import { notFound, TwilioError } from '../../../kernel/errors';
import { reading } from '../../../kernel/rest/reads';
import { ok, param, text, textList } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';

const root = 'https://conversations.twilio.com/v1';
const SETTINGS = ['Method', 'Filters', 'PreWebhookUrl', 'PostWebhookUrl'];

const settings = (request: Request) => ({
  method: text(request, 'Method'),
  filters: textList(request, 'Filters'),
  preWebhookUrl: text(request, 'PreWebhookUrl'),
  postWebhookUrl: text(request, 'PostWebhookUrl'),
});

function common(request: Request, scope: 'account' | 'service') {
  const { method, filters, preWebhookUrl, postWebhookUrl } = request.account.conversations.globalWebhooks(scope);
  const { accountSid } = request.account;
  const urls = { pre_webhook_url: preWebhookUrl, post_webhook_url: postWebhookUrl };
  return { account_sid: accountSid, method, filters, ...urls };
}

const ofAccount = (request: Request) =>
  ok({ ...common(request, 'account'), target: 'webhook', url: `${root}/Configuration/Webhooks` });

function ofService(request: Request) {
  const { sid } = request.account.conversations.service;
  const named = param(request, 'ChatServiceSid');
  if (named !== sid) throw notFound(`/Services/${named}`);
  const url = `${root}/Services/${sid}/Configuration/Webhooks`;
  return ok({ ...common(request, 'service'), chat_service_sid: sid, url });
}

/** Webhooks of all conversations. */
export const globalWebhooks: Handlers = {
  FetchConfigurationWebhook: ofAccount,
  UpdateConfigurationWebhook: reading([...SETTINGS, 'Target'], (request) => {
    if (text(request, 'Target') === 'flex') throw new TwilioError(501, 20501, 'Target flex is not emulated');
    request.account.conversations.setGlobalWebhooks('account', settings(request));
    return ofAccount(request);
  }),
  FetchServiceWebhookConfiguration: ofService,
  UpdateServiceWebhookConfiguration: reading(SETTINGS, (request) => {
    ofService(request);
    request.account.conversations.setGlobalWebhooks('service', settings(request));
    return ofService(request);
  }),
};
