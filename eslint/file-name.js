const path = require('node:path');

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;

/** Names that a module exports by declaration: `export function X`, `export class X`, `export const X`. */
function exportedNames(program) {
  const declarations = program.body
    .filter((node) => node.type === 'ExportNamedDeclaration' && node.declaration)
    .map((node) => node.declaration);
  return declarations.flatMap((declaration) =>
    declaration.type === 'VariableDeclaration'
      ? declaration.declarations.map(({ id }) => id.name)
      : [declaration.id?.name],
  );
}

/** Files are kebab-case; a file that is one component or class bears its exact name. Tests follow what they test. */
const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { name: 'Name this file in kebab-case, or in PascalCase after the one component or class it exports.' },
  },
  create: (context) => ({
    Program(program) {
      const [name, ...suffixes] = path.basename(context.physicalFilename).split('.');
      if (KEBAB_CASE.test(name)) return;
      const isTest = suffixes.includes('test');
      if (PASCAL_CASE.test(name) && (isTest || exportedNames(program).includes(name))) return;
      context.report({ loc: { line: 1, column: 0 }, messageId: 'name' });
    },
  }),
};

module.exports = { fileName };
