import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDER = join(__dirname, '../../../local-twilio');
const NOT_OURS = /^(node_modules|dist|\.cache)$/;
/** Twilio's own page about it: the source of several rules. */
const TWILIOS_PAGE = /docs\/flex\/developer\/conversations\/park-an-interaction/g;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

describe('the local Twilio', () => {
  it('knows nothing of parking, in no file and by no word: what parking needs comes in as options', () => {
    const files = filesIn(FOLDER);
    expect(files.length).toBeGreaterThan(200);
    const naming = files.filter((file) =>
      /park/i.test(relative(FOLDER, file) + readFileSync(file, 'utf8').replace(TWILIOS_PAGE, '')),
    );
    expect(naming.map((file) => relative(FOLDER, file))).toEqual([]);
  });
});
