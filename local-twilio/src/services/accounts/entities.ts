import type { Kept } from '../../kernel/shapes';
import type { apiKey } from './state';

/** A Standard API key: https://www.twilio.com/docs/iam/api-keys */
export type ApiKey = Kept<typeof apiKey, 'friendlyName' | 'updatedAtMs'>;
