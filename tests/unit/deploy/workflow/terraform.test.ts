/** @jest-environment node */
import { readDocument } from '../../../../deploy/workflow/configuration';
import { terraformOf } from '../../../../deploy/workflow/terraform';

const workflow = {
  workspaceSid: 'WS1',
  sid: 'WW1',
  friendlyName: 'Assign to Anyone',
  assignmentCallbackUrl: '',
  fallbackAssignmentCallbackUrl: '',
  taskReservationTimeout: 120,
};
const configurationOf = (text: string) => {
  const document = readDocument(text);
  return document.withFilters(document.filters);
};
const SOME = configurationOf(
  '{"task_routing":{"filters":[{"expression":"name == \\"${x}\\" %{y}","targets":[{"queue":"WQ1","priority":17841400000000001,"a b":null}]}],"default_filter":{"queue":"WQ1"}}}',
);

describe('a workflow for Terraform', () => {
  it("is a resource of Twilio's provider, with what it takes to import it", () => {
    expect(terraformOf(workflow, SOME).join('\n')).toBe(`\
# Once, for a workflow that Terraform does not have yet: terraform import twilio_taskrouter_workspaces_workflows_v1.assign_to_anyone WS1/WW1
resource "twilio_taskrouter_workspaces_workflows_v1" "assign_to_anyone" {
  workspace_sid = "WS1"
  friendly_name = "Assign to Anyone"
  task_reservation_timeout = 120
  configuration = jsonencode({
    task_routing = {
      filters = [
        {
          expression = "name == \\"$\${x}\\" %%{y}"
          targets = [
            {
              queue = "WQ1"
              priority = 17841400000000001
              "a b" = null
            },
          ]
        },
      ]
      default_filter = {
        queue = "WQ1"
      }
    }
  })
}`);
  });

  it('keeps what the workflow has beside its configuration', () => {
    const lines = terraformOf({ ...workflow, assignmentCallbackUrl: 'https://a.example.com' }, SOME);
    expect(lines).toContain('  assignment_callback_url = "https://a.example.com"');
    expect(lines.join('\n')).not.toContain('fallback');
  });

  it.each([
    ['2nd line', 'workflow_2nd_line'],
    ['Größe & Co.', 'gr_e_co'],
    ['日本', 'workflow'],
  ])('calls %s %s', (friendlyName, label) => {
    expect(terraformOf({ ...workflow, friendlyName }, SOME)[1]).toContain(`"${label}" {`);
  });
});
