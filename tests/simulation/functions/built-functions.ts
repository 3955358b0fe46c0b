import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { functionLibrary, type FunctionLibrary } from './load-function';
import { openTwilio } from './open-twilio';

const BUILT = join(__dirname, '../../../serverless-functions/dist/functions');

/** The Functions as `npm run build:functions` made them, ready to be run. */
export async function builtFunctions(folder = BUILT): Promise<FunctionLibrary> {
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run npm run build:functions first`);
  await openTwilio();
  return functionLibrary(folder);
}
