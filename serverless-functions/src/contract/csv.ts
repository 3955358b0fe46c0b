/** What a spreadsheet might take for a formula, also after blanks, and in the wide letters of East Asian keyboards. */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Comma-separated values as RFC 4180 has them: each field in quotes, and none that a spreadsheet would calculate. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(text: string): string {
  const harmless = LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
