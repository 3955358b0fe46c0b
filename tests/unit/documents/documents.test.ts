/** @jest-environment node */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const ROOT = join(__dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const markdownIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...markdownIn('docs'),
  'local-twilio/README.md',
  'local-twilio/CONTRIBUTING.md',
  'tests/simulation/README.md',
];

const { scripts } = z.object({ scripts: z.record(z.string()) }).parse(JSON.parse(read('package.json')));

/** What is shown as it is typed says nothing of links. */
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

const linksOf = (file: string) =>
  [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

/** As GitHub makes the address of a heading. */
const anchorsOf = (file: string) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(DOCUMENTS)('%s', (file) => {
  it('links to files and headings that exist', () => {
    const broken = linksOf(file)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? file : relative(ROOT, join(ROOT, dirname(file), path));
        if (!existsSync(join(ROOT, target))) return true;
        return anchor !== undefined && !anchorsOf(target).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const named = [...read(file).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe('README.md', () => {
  it('starts and tests with the two commands that CI and package.json have', () => {
    expect(read('README.md')).toMatch(/^npm ci && npm start +# /m);
    expect(read('README.md')).toMatch(/^npm ci && npm test +# /m);
    // CI leaves nothing out.
    expect(read('.ci/run')).toMatch(/^npm ci$[\s\S]+^npm run test:all /m);
    expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  });

  it('leads to every page of docs, and every picture is shown', () => {
    const shown = DOCUMENTS.flatMap((file) =>
      linksOf(file).map((link) => relative(ROOT, join(ROOT, dirname(file), link.replace(/#.*/, '')))),
    );
    const pictures = readdirSync(join(ROOT, 'docs/images')).map((name) => join('docs/images', name));
    const linked = linksOf('README.md').map((link) => link.replace(/#.*/, ''));
    expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
    expect(markdownIn('docs').filter((page) => !linked.includes(page))).toEqual([]);
  });
});

describe('the workflows of GitHub', () => {
  const FOLDER = join(ROOT, '.github/workflows');

  it.each(readdirSync(FOLDER))('run only actions that nobody can exchange: %s', (file) => {
    const used = [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/uses: (.+)/g)].map(([, action]) => action);
    expect(used).not.toEqual([]);
    expect(used.filter((action = '') => !/^[\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(action))).toEqual([]);
  });

  it.each(readdirSync(FOLDER))('may read the repository, and nothing else: %s', (file) => {
    expect(readFileSync(join(FOLDER, file), 'utf8')).toMatch(/^permissions:\n {2}contents: read\n$/m);
  });
});
