import type { FlexRole, FlexToken } from '../../kernel/browser/viewer';
import type { Kept } from '../../kernel/shapes';
import type { user } from './state';

export type { FlexRole, FlexToken };

export type FlexUser = Kept<typeof user>;
