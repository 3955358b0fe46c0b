/** @jest-environment node */
import http from 'node:http';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { startLocalTwilio, type LocalTwilio } from '../../../local-twilio/src/start/index';

jest.setTimeout(60_000);

const NO_TEXT = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
const FORM = 'multipart/form-data; boundary=x';

interface Part {
  readonly head: string;
  readonly value: string | Buffer;
}

const field = (name: string, value: string): Part => ({ head: `form-data; name="${name}"`, value });
const file = (name: string, filename: string, value: string | Buffer): Part => ({
  head: `form-data; filename="${filename}"; name="${name}"\r\nContent-Type: image/png`,
  value,
});
const form = (...parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ head, value }) => [
      Buffer.from(`--x\r\nContent-Disposition: ${head}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--x--\r\n'),
  ]);

const REFUSED = { status: 400, code: 20001 };

/** Bodies that are no whole multipart form. */
const BROKEN: readonly (readonly [string, string, Buffer])[] = [
  ['is empty', FORM, Buffer.alloc(0)],
  ['ends in the middle of a file', FORM, form(file('Content', 'a.png', NO_TEXT)).subarray(0, -9)],
  ['ends in the middle of a head', FORM, Buffer.from('--x\r\nContent-Disposition: form-da')],
  ['has a part without a head', FORM, Buffer.from('--x\r\nno head\r\n\r\nvalue\r\n--x--\r\n')],
  ['has another boundary than it says', 'multipart/form-data; boundary=y', form(field('Path', '/a'))],
  ['says no boundary', 'multipart/form-data', form(field('Path', '/a'))],
  ['has more parts than anybody sends', FORM, form(...Array<Part>(200).fill(field('Path', '/a')))],
  ['has no part', FORM, form()],
];

describe('files that are uploaded', () => {
  let local: LocalTwilio;
  let port: number;
  let serviceSid: string;
  let assetSid: string;
  let token: string;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0, functionsPort: 0, desktop: false });
    port = Number(new URL(local.url).port);
    const { serverless, iam } = local.world;
    const names = { uniqueName: 'up', friendlyName: 'up', includeCredentials: false, uiEditable: false };
    serviceSid = serverless.createService(names).sid;
    assetSid = serverless.createResource(serviceSid, 'assets', 'logo').sid;
    token = iam.issueToken('ada').token;
  });
  afterAll(() => local.close());

  const post = (path: string, headers: Record<string, string>, body: Buffer) =>
    new Promise<{ status: number | undefined; json: Record<string, unknown> }>((resolve, reject) => {
      const asked = http.request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode, json: JSON.parse(Buffer.concat(chunks).toString()) }),
        );
      });
      asked.on('error', reject).end(body);
    });

  describe('as an Asset (twilio.com/docs/serverless/api/resource/asset-version)', () => {
    const upload = (body: Buffer, type = FORM) =>
      post(
        `/v1/Services/${serviceSid}/Assets/${assetSid}/Versions`,
        {
          host: 'serverless-upload.twilio.com',
          authorization: `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`,
          'content-type': type,
        },
        body,
      );
    const asset = (path: string, content: string | Buffer) =>
      form(field('Path', path), field('Visibility', 'public'), file('Content', 'name.png', content));

    it.each([
      ['no text', '/logo.png', NO_TEXT, 'image/png'],
      ['text', '/words.txt', Buffer.from('grüezi\r\n-- x is no boundary\r\n'), 'text/plain; charset=utf-8'],
    ])('keep each byte when they are %s, and are served as what they are', async (_what, path, content, type) => {
      const { status, json } = await upload(asset(path, content));
      expect({ status, path: json['path'] }).toEqual({ status: 201, path });
      const { serverless } = local.world;
      const environment = serverless.createEnvironment(serviceSid, {
        uniqueName: path.slice(1, 5),
        domainSuffix: path.slice(1, 5),
      });
      const build = { functionVersions: [], assetVersions: [String(json['sid'])], dependencies: [], runtime: 'node22' };
      serverless.deploy(serviceSid, environment.sid, serverless.createBuild(serviceSid, build).sid);
      const served = await fetch(`${local.url}/__twilio/${environment.domainName}${path}`);
      expect(served.headers.get('content-type')).toBe(type);
      expect(Buffer.from(await served.arrayBuffer())).toEqual(content);
    });

    it.each(BROKEN)('are refused in a body that %s', async (_what, type, body) => {
      const { status, json } = await upload(body, type);
      expect({ status, code: json['code'] }).toEqual(REFUSED);
    });

    it('are refused above 26 MB', async () => {
      const { status, json } = await upload(asset('/big.bin', Buffer.alloc(27 * 1024 * 1024)));
      expect({ status, code: json['code'] }).toEqual({ status: 413, code: 20413 });
    });
  });

  describe('by an agent', () => {
    const upload = (body: Buffer, type = FORM) =>
      post(
        '/__twilio/mcs.us1.twilio.com/v1/Services/default/Media',
        { host: 'ada.localhost', 'content-type': type, 'x-twilio-token': token },
        body,
      );

    it.each([
      ['in a form', FORM, form(file('Media', 'grüße.png', NO_TEXT)), 'grüße.png'],
      ['as the body', 'image/png', NO_TEXT, null],
    ])('keep each byte, %s', async (_how, type, body, filename) => {
      const { status, json } = await upload(body, type);
      expect({ status, json }).toMatchObject({ status: 201, json: { filename, content_type: 'image/png', size: 10 } });
      expect(local.world.conversations.findMedia(String(json['sid']))?.content.bytes).toEqual(NO_TEXT);
    });

    it.each(BROKEN)('are refused in a body that %s', async (_what, type, body) => {
      const { status, json } = await upload(body, type);
      expect({ status, code: json['code'] }).toEqual(REFUSED);
    });

    it('are refused above 25 MB', async () => {
      const { status, json } = await upload(Buffer.alloc(26 * 1024 * 1024), 'image/png');
      expect({ status, code: json['code'] }).toEqual({ status: 413, code: 20413 });
    });
  });

  it('are no reason for a REST call to be big', async () => {
    const { status, json } = await post(
      '/v1/Services',
      { host: 'serverless.twilio.com', 'content-type': 'application/x-www-form-urlencoded' },
      Buffer.alloc(3 * 1024 * 1024),
    );
    expect({ status, code: json['code'] }).toEqual({ status: 413, code: 20413 });
  });
});
