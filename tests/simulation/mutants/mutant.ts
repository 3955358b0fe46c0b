/** One deliberate defect: a text of the product's source and what stands there instead. */
export interface Mutant {
  readonly name: string;
  /** Below serverless-functions/src. */
  readonly file: string;
  readonly replace: string;
  readonly by: string;
  /** Why no run can tell it from the product, if that is so. */
  readonly equivalent?: string;
}

/** The source with the defect. The text must be there exactly once, or the mutant tests nothing. */
export function mutate(source: string, { name, replace, by }: Mutant): string {
  const found = source.split(replace).length - 1;
  if (found !== 1) throw new Error(`mutant "${name}": its text is there ${found} times, not once`);
  return source.replace(replace, () => by);
}
