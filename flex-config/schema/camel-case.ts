/** `show_list` as code has it: `showList`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** The same values under names as code has them. */
export type Camelized<Values> = { [Name in keyof Values as CamelCase<Name & string>]: Values[Name] };

export function camelized<Values extends object>(values: Values): Camelized<Values>;
export function camelized(values: object): object {
  const entries = Object.entries(values).map(([name, value]: [string, unknown]) => [camelCase(name), value]);
  return Object.fromEntries(entries);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
