import { invalidParameter, notFound } from '../../../kernel/errors';
import { isMultipart, readMultipart } from '../../../kernel/multipart';
import type { MediaItem, StoredMedia } from '../entities';
import type { ConversationsAccount } from '../account';
import { created, fieldsOf, ok, type AgentExchange, type BrowserRequest } from '../../../kernel/browser/exchange';
import { forAgent, forAnyone, type BrowserRoute } from '../../../kernel/browser/router';
import { isoTime } from '../../../kernel/browser/times';
import { z } from 'zod';

/** Attachments that agents upload. */
export interface MediaStore {
  item(sid: string): MediaItem | undefined;
  readonly routes: readonly BrowserRoute[];
}

const setShape = z.object({ list: z.array(z.object({ media_sid: z.string() })) });

export function mediaStore(account: ConversationsAccount): MediaStore {
  const service = account.conversations.service.sid;
  const get = (sid: string): StoredMedia => {
    const found = account.conversations.findMedia(sid);
    if (!found) throw notFound(`/Media/${sid}`);
    return found;
  };

  const upload = async ({ request, viewer }: AgentExchange) => {
    const file = await uploadedFile(request);
    const record = account.conversations.addMedia({
      ...file,
      author: viewer.identity,
      category: request.query['Category'] ?? 'media',
    });
    return created(mediaAnswer(record, service, account.accountSid));
  };

  return {
    item: (sid) => account.conversations.findMedia(sid)?.item,
    routes: [
      forAgent(['POST', 'mcs.', '/v1/Services/:service/Media'], upload),
      forAgent(['POST', 'mcs.', '/v1/Services/:service/MediaSets'], ({ request }) => {
        const wanted = setShape.safeParse(fieldsOf(request));
        const sids = wanted.success ? wanted.data.list.map((one) => one.media_sid) : [];
        return ok(
          sids.map((sid) => {
            const record = account.conversations.findMedia(sid);
            return record
              ? { code: 200, media_record: mediaAnswer(record, service, account.accountSid) }
              : { code: 404, media_sid: sid };
          }),
        );
      }),
      forAgent(['GET', 'mcs.', '/v1/Services/:service/Media/:media'], ({ params }) =>
        ok(mediaAnswer(get(params['media'] ?? ''), service, account.accountSid)),
      ),
      forAnyone(['GET', 'media.', '/:media'], ({ params }) => {
        const { content, item } = get(params['media'] ?? '');
        const { bytes } = content;
        if (!bytes) throw notFound(`/Media/${item.sid}`);
        return { status: 200, bytes, contentType: item.contentType };
      }),
    ],
  };
}

function mediaAnswer({ item, author, createdAtMs }: StoredMedia, service: string, account: string) {
  const url = `https://mcs.us1.twilio.com/v1/Services/${service}/Media/${item.sid}`;
  const at = isoTime(createdAtMs);
  return {
    sid: item.sid,
    service_sid: service,
    channel_sid: null,
    message_sid: null,
    account_sid: account,
    size: item.sizeBytes,
    content_type: item.contentType,
    filename: item.filename,
    author,
    category: item.category,
    is_multipart_upstream: false,
    date_created: at,
    date_updated: at,
    date_upload_updated: at,
    links: { content: `${url}/Content`, content_direct_temporary: `https://media.us1.twilio.com/${item.sid}` },
    url,
  };
}

interface UploadedFile {
  readonly contentType: string;
  readonly filename: string | null;
  readonly bytes: Buffer;
}

/** The file of an upload: either the raw body, or the file of a multipart form. */
async function uploadedFile(request: Pick<BrowserRequest, 'headers' | 'query' | 'body'>): Promise<UploadedFile> {
  const contentType = request.headers['content-type'] ?? 'application/octet-stream';
  const filename = request.query['Filename'] ?? null;
  if (!isMultipart(contentType)) return { contentType, filename, bytes: request.body };
  const parts = await readMultipart(contentType, request.body);
  const file = parts.find((part) => part.filename !== null) ?? parts[0];
  if (!file) throw invalidParameter('The form has no file');
  return { contentType: file.contentType, filename: file.filename ?? filename, bytes: file.bytes };
}
