import assert from 'node:assert/strict';
import { parseAst } from 'vite';
import { dropUnaskedSchemas } from '../../src/tab/unasked-schemas.ts';

type Handler = (this: { parse: typeof parseAst }, code: string) => { readonly code: string };

function marked(code: string): string {
  const { handler } = dropUnaskedSchemas().transform as unknown as { readonly handler: Handler };
  return handler.call({ parse: parseAst }, code).code;
}

const values = async (code: string): Promise<unknown> => ({
  ...((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as object),
});

const model = `const most = 3; export const names = ['één', 'twee “x”'];
export const places = new Map([['a', most]]); const own = { say: (n) => n * 2 };
export const twice = own.say(most), longest = 12;
export function plain() { return names.length; }`;

describe('schemas that nobody asks for', () => {
  it('are made as before where somebody asks, on the same line', async () => {
    const told = marked(model);
    assert.deepEqual(
      { ...((await values(told)) as object), plain: 0 },
      { ...((await values(model)) as object), plain: 0 },
    );
    assert.equal(told.split('\n').length, model.split('\n').length);
  });

  it('may be left out: making one is said to do nothing else', () => {
    assert.equal(marked('export const a = z.string();'), 'export const a = /* @__PURE__ */ (() => (z.string()))();');
    assert.equal(marked('export const a = 3;'), 'export const a = 3;');
    assert.equal(marked('f();'), 'f();');
  });
});
