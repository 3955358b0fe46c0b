/** One thing that was looked at. Everything but green says what to do. */
export type Line =
  | { level: 'green'; title: string; found: string }
  | { level: 'yellow' | 'red'; title: string; found: string; remedy: string };

export const green = (title: string, found: string): Line => ({ level: 'green', title, found });
export const yellow = (title: string, found: string, remedy: string): Line => ({
  level: 'yellow',
  title,
  found,
  remedy,
});
export const red = (title: string, found: string, remedy: string): Line => ({ level: 'red', title, found, remedy });

const SIGNS = { green: '✓', yellow: '!', red: '✗' } as const satisfies Record<Line['level'], string>;

/** The lines as a person reads them. */
export function describeLines(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    const first = `${SIGNS[line.level]} ${line.title}: ${line.found}`;
    return line.level === 'green' ? [first] : [first, `    → ${line.remedy}`];
  });
}
