/**
 * Schemas that no page asks for need not travel. A model is a list of constants, most of them schemas; a bundler keeps each of them,
 * since it cannot know that making one does nothing else. Here it is told so: in files with schemas (`model.ts` and the like)
 * the first value of every constant is made without effects, as style.md wants it, and so is the file itself.
 */
import type { Plugin } from 'vite';

export function dropUnaskedSchemas(): Plugin {
  return {
    name: 'drop-unasked-schemas',
    transform: {
      filter: { id: /\/src\/.+\.ts$/, code: /from ["']zod["']|^export const z = / },
      handler(code) {
        const values = this.parse(code).body.flatMap((statement) => {
          const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
          return declared?.type === 'VariableDeclaration' ? declared.declarations.map(({ init }) => init) : [];
        });
        let marked = code;
        for (const value of values.toReversed()) {
          if (!value || !isMadeByCalls(value.type)) continue;
          const { start, end } = value;
          // On one line, so that the lines of source maps stay right.
          marked = `${marked.slice(0, start)}/* @__PURE__ */ (() => (${marked.slice(start, end)}))()${marked.slice(end)}`;
        }
        return { code: marked, map: null, moduleSideEffects: false };
      },
    },
  };
}

const isMadeByCalls = (type: string): boolean =>
  ['CallExpression', 'ObjectExpression', 'ArrayExpression', 'NewExpression'].includes(type);
