import busboy from 'busboy';
import { invalidParameter } from './errors';

export interface FormPart {
  readonly name: string;
  readonly filename: string | null;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Far more than any upload of Twilio's clients has; a form of nothing but parts would fill the memory. */
const MAX_PARTS = { files: 10, fields: 100 };

export const isMultipart = (contentType: string | undefined): contentType is string =>
  /^multipart\/form-data\b/i.test(contentType ?? '');

/** The parts of a multipart form (RFC 7578), fields and files alike. Refuses with 20001 what is no whole form. */
export async function readMultipart(contentType: string | undefined, body: Buffer): Promise<readonly FormPart[]> {
  if (!isMultipart(contentType)) throw invalidParameter('The body must be a multipart form');
  try {
    return await partsOf(contentType, body);
  } catch (error) {
    throw invalidParameter(`The body is not a multipart form: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

function partsOf(contentType: string, body: Buffer): Promise<readonly FormPart[]> {
  return new Promise((resolve, reject) => {
    const parts: FormPart[] = [];
    const form = busboy({
      headers: { 'content-type': contentType },
      // The body is in memory already, so that its own size is the limit of a field.
      limits: { ...MAX_PARTS, fieldSize: Infinity },
      // Browsers send the names of files as UTF-8.
      defParamCharset: 'utf8',
    });
    const tooMany = () => reject(new Error('Too many parts'));
    form.on('field', (name, value, { mimeType }) => {
      parts.push({ name, filename: null, contentType: mimeType, bytes: Buffer.from(value) });
    });
    form.on('file', (name, file, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('error', reject);
      file.on('end', () =>
        // A file may come without a name, whatever the types say.
        parts.push({ name, filename: filename || null, contentType: mimeType, bytes: Buffer.concat(chunks) }),
      );
    });
    form.on('filesLimit', tooMany).on('fieldsLimit', tooMany);
    form.on('error', reject).on('close', () => resolve(parts));
    form.end(body);
  });
}
