/**
 * Stands in for zod in the browser, where nothing is parsed: models may then be imported for their constants, and their
 * schemas cost nothing (zod is 26 kB). Whoever parses there all the same is told so.
 */
type Schema = { (): Schema } & { readonly [name: string]: Schema };

const parsers = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

const schema: Schema = new Proxy((() => schema) as unknown as Schema, {
  get(_, name): Schema | undefined {
    if (typeof name === 'symbol') return undefined;
    if (parsers.has(name)) throw new Error('the tab has no schemas: the server parses, and says what is wrong');
    return schema;
  },
});

export const z = schema;
