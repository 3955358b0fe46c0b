import { refusal, type Answering, type HttpAnswer, type Sent } from '../../support/fake-http';

interface FakeDocument {
  sid: string;
  unique_name: string;
  revision: string;
  data: unknown;
  ttl: number;
}

const LIST = /^\/v1\/Services\/(IS[0-9a-f]{32})\/Documents$/;
const ONE = /^\/v1\/Services\/IS[0-9a-f]{32}\/Documents\/([^/]+)$/;

/** The documents of one Sync service: unique names, revisions, If-Match on update and none on delete, pages. */
export function fakeDocuments() {
  const documents: FakeDocument[] = [];
  let count = 0;
  const find = (key: string) => documents.find(({ sid, unique_name }) => sid === key || unique_name === key);

  function create({ UniqueName, Data, Ttl }: Sent['form']): HttpAnswer {
    if (find(String(UniqueName))) return refusal(409, 54301);
    count += 1;
    const sid = `ET${count.toString(16).padStart(32, '0')}`;
    const document = { sid, unique_name: String(UniqueName), revision: '0', data: parsed(Data), ttl: Number(Ttl ?? 0) };
    documents.push(document);
    return { status: 201, body: document };
  }

  function update(document: FakeDocument, { form, ifMatch }: Sent): HttpAnswer {
    if (ifMatch !== undefined && ifMatch !== document.revision) return refusal(412, 54103);
    const data = parsed(form.Data);
    const revision = String(Number(document.revision) + 1);
    Object.assign(document, { data, revision, ttl: Number(form.Ttl ?? document.ttl) });
    return { status: 200, body: document };
  }

  function list(request: Sent): HttpAnswer {
    const size = Number(request.query.PageSize ?? 50);
    const page = Number(request.query.Page ?? 0);
    if (request.query.PageToken === 'expired') return refusal(400);
    const next = `https://sync.twilio.com${request.path}?PageSize=${size}&Page=${page + 1}&PageToken=t`;
    const more = documents.length > (page + 1) * size;
    const meta = { key: 'documents', next_page_url: more ? next : null };
    return { status: 200, body: { documents: documents.slice(page * size, (page + 1) * size), meta } };
  }

  const answer: Answering = (request) => {
    if (LIST.test(request.path)) return request.method === 'POST' ? create(request.form) : list(request);
    const document = find(ONE.exec(request.path)?.[1] ?? '');
    if (!document) return refusal(404);
    if (request.method === 'POST') return update(document, request);
    if (request.method === 'GET') return { status: 200, body: document };
    documents.splice(documents.indexOf(document), 1);
    return { status: 204 };
  };

  return { answer, documents };
}

function parsed(data: unknown): unknown {
  return typeof data === 'string' ? JSON.parse(data) : data;
}
