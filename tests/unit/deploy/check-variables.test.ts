/** @jest-environment node */
import { checkVariables } from '../../../deploy/doctor/check-variables';
import type { FunctionsAnswer } from '../../../deploy/doctor/facts';
import { describeLines } from '../../../deploy/doctor/lines';
import { DOMAIN, healthyFacts, healthyState, VARIABLES } from './account-facts';

const deploy = '    → Run npm run deploy -- --env staging';
const asked = `https://${DOMAIN}/flex/reconcile`;

function linesFor(functionsAnswer: FunctionsAnswer, variables: Record<string, string> = VARIABLES): string[] {
  const { functions } = healthyState();
  const environment = functions?.environment && { ...functions.environment, variables };
  const account = healthyState({ functions: functions && { ...functions, environment } });
  return describeLines(checkVariables(healthyFacts({ account, functionsAnswer })));
}

const invalid = { status: 500, code: 'configuration-invalid' } as const;
const refused = { status: 401, code: 'token-invalid' } as const;

describe("what the doctor says about the Functions' variables", () => {
  it('is that they are complete, when a Function got as far as asking for a token', () => {
    expect(linesFor(refused)).toEqual(["✓ Functions' variables: complete, the Functions answer"]);
  });

  it('names those that are missing', () => {
    const { TWILIO_FLEX_WORKSPACE_SID } = VARIABLES;
    expect(linesFor(invalid, { TWILIO_FLEX_WORKSPACE_SID })).toEqual([
      "✗ Functions' variables: missing or malformed: TWILIO_FLEX_SYNC_SID, PARKING_SYNC_SID",
      deploy,
    ]);
  });

  it('says to correct by hand what a deployment does not set', () => {
    const [found, remedy] = linesFor(invalid, { ...VARIABLES, PARKING_LOG: 'loud' });
    expect(found).toBe("✗ Functions' variables: missing or malformed: PARKING_LOG");
    expect(remedy).toMatch(/Correct or delete PARKING_LOG in Console/);
  });

  it('suspects the credentials when all variables are there', () => {
    const [found, remedy] = linesFor(invalid);
    expect(found).toBe("✗ Functions' variables: ACCOUNT_SID or AUTH_TOKEN does not reach the Functions");
    expect(remedy).toMatch(/Add my Twilio Credentials/);
  });

  it('sees one that names another workspace than Flex has', () => {
    const workspace = `WS${'9'.repeat(32)}`;
    expect(linesFor(refused, { ...VARIABLES, TWILIO_FLEX_WORKSPACE_SID: workspace })).toEqual([
      `✗ Functions' variables: TWILIO_FLEX_WORKSPACE_SID is ${workspace}, but should be ${VARIABLES.TWILIO_FLEX_WORKSPACE_SID}`,
      deploy,
    ]);
  });

  it.each<[FunctionsAnswer, string]>([
    [{ status: 404, code: undefined }, `${asked} answers 404`],
    [{ status: 500, code: 'internal-error' }, `${asked} answers 500 internal-error`],
    [undefined, `${asked} does not answer`],
  ])('does not take %j for an answer of the Functions', (answer, found) => {
    expect(linesFor(answer)[0]).toBe(`✗ Functions' variables: ${found}`);
  });

  it('is nothing where the Functions are not deployed, or their domain does not answer', () => {
    const notDeployed = healthyFacts({ account: healthyState({ functions: undefined }), functionsAnswer: undefined });
    expect(checkVariables(notDeployed)).toEqual([]);
    expect(checkVariables(healthyFacts({ markerStatus: undefined, functionsAnswer: undefined }))).toEqual([]);
  });
});
