/** A text of the product's source and what stands there instead. */
export interface Edit {
  /** Below serverless-functions/src. */
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

/** One deliberate defect. */
export interface Mutant extends Edit {
  readonly name: string;
  /** What has to go with it, where the product would catch the defect a second time. */
  readonly and?: readonly Edit[];
  /**
   * Where it shows, if every few of the single faults would miss it, or it is found sooner: words of the situations, and
   * whether it takes no fault, one or two at once. All of these without a fault or with one, or every few pairs, are run first.
   */
  readonly shownIn?: { readonly situations: string; readonly by: 'placements' | 'singles' | 'pairs' };
  /** Why no run can tell it from the product, if that is so. */
  readonly equivalent?: string;
}

export function editsOf({ and = [], ...first }: Mutant): readonly Edit[] {
  return [first, ...and];
}

/** The source with the defect. The text must be there exactly once, or the mutant tests nothing. */
export function mutate(source: string, { file, replace, by }: Edit): string {
  const found = source.split(replace).length - 1;
  if (found !== 1) throw new Error(`a mutant's text is ${found} times in ${file}, not once: ${replace}`);
  return source.replace(replace, () => by);
}
