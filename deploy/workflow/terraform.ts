import { isJsonObject, type JsonObject } from '../../flex-config/merge';
import { printJson } from '../../serverless-functions/src/parking/domain/lossless-json';

/** What Terraform would otherwise take away, because it owns the whole workflow. */
export interface WorkflowToPrint {
  workspaceSid: string;
  sid: string;
  friendlyName: string;
  assignmentCallbackUrl: string;
  fallbackAssignmentCallbackUrl: string;
  taskReservationTimeout: number;
}

/**
 * The workflow as a resource of Twilio's provider
 * (registry.terraform.io/providers/twilio/twilio, twilio_taskrouter_workspaces_workflows_v1).
 */
export function terraformOf(workflow: WorkflowToPrint, configuration: JsonObject): string[] {
  const { workspaceSid, sid, friendlyName, taskReservationTimeout } = workflow;
  const address = `twilio_taskrouter_workspaces_workflows_v1.${labelOf(friendlyName)}`;
  const [, ...routing] = hcl(configuration).split('\n');
  const optional = [
    ['assignment_callback_url', workflow.assignmentCallbackUrl],
    ['fallback_assignment_callback_url', workflow.fallbackAssignmentCallbackUrl],
  ].flatMap(([name = '', url = '']) => (url === '' ? [] : [`  ${name} = ${quoted(url)}`]));
  return [
    `# Once, for a workflow that Terraform does not have yet: terraform import ${address} ${workspaceSid}/${sid}`,
    `resource "twilio_taskrouter_workspaces_workflows_v1" "${labelOf(friendlyName)}" {`,
    `  workspace_sid = ${quoted(workspaceSid)}`,
    `  friendly_name = ${quoted(friendlyName)}`,
    `  task_reservation_timeout = ${taskReservationTimeout}`,
    ...optional,
    '  configuration = jsonencode({',
    ...routing.slice(0, -1).map((line) => `  ${line}`),
    '  })',
    '}',
  ];
}

/** A name that Terraform takes: letters, digits, `_` and `-`, and no digit first. */
function labelOf(friendlyName: string): string {
  const words = friendlyName.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return /^[a-z]/.test(words[0] ?? '') ? words.join('_') : ['workflow', ...words].join('_');
}

/** JSON as an expression of HCL. Numbers keep their digits. */
function hcl(value: unknown, depth = 0): string {
  const outer = '  '.repeat(depth);
  const inner = '  '.repeat(depth + 1);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => `${inner}${hcl(item, depth + 1)},\n`);
    return items.length === 0 ? '[]' : `[\n${items.join('')}${outer}]`;
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([key, held]) => `${inner}${keyOf(key)} = ${hcl(held, depth + 1)}\n`);
    return entries.length === 0 ? '{}' : `{\n${entries.join('')}${outer}}`;
  }
  return typeof value === 'string' ? quoted(value) : printJson(value);
}

const keyOf = (key: string): string => (/^[a-z_][\w-]*$/i.test(key) ? key : quoted(key));

/** `${` and `%{` begin a template in HCL, and are doubled where they are just text. */
const quoted = (text: string): string => JSON.stringify(text).replace(/([$%])\{/g, '$1$1{');
