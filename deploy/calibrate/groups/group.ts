import type { QuestionName } from '../questions';
import type { Site } from '../site';
import type { Steps } from '../steps';

/** Questions that are asked in one go. */
export interface Group {
  readonly title: string;
  readonly questions: readonly QuestionName[];
  /** What it makes beside what all share, for the plan. */
  readonly makes: string;
  /** How long it takes about, for the plan. */
  readonly seconds: number;
  /** Asked again as often as the run wants, or once because it takes long. */
  readonly repeats: boolean;
  readonly ask: (site: Site, round: number) => Steps;
}
