import { isoOrNull, isoSeconds } from '../../../kernel/rest/times';
import type { Flow } from '../entities';

const ROOT = 'https://studio.twilio.com/v2/Flows';

/** A flow as one is answered: https://www.twilio.com/docs/studio/rest-api/v2/flow */
export function flowAnswer(accountSid: string, flow: Flow): object {
  const { definition } = flow;
  return { ...headOf(accountSid, flow), definition, valid: true, errors: [], warnings: [] };
}

/** In a list, flows come without their definition. */
export function listedFlowAnswer(accountSid: string, flow: Flow): object {
  return { ...headOf(accountSid, flow), definition: null, valid: null, errors: null, warnings: null };
}

function headOf(accountSid: string, flow: Flow): object {
  const url = `${ROOT}/${flow.sid}`;
  return {
    sid: flow.sid,
    account_sid: accountSid,
    friendly_name: flow.friendlyName,
    status: flow.status,
    revision: flow.revision,
    commit_message: flow.commitMessage,
    date_created: isoSeconds(flow.createdAtMs),
    date_updated: isoOrNull(flow.updatedAtMs),
    webhook_url: `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flow.sid}`,
    url,
    links: { revisions: `${url}/Revisions`, executions: `${url}/Executions`, test_users: `${url}/TestUsers` },
  };
}
