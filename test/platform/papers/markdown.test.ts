import assert from 'node:assert/strict';
import { Marked } from 'marked';
import { writePaperAsMarkdown, type Paper } from '../../../src/platform/papers.ts';

const paper = (blocks: Paper['sections'][number]['blocks']): Paper => ({
  ...{ language: 'en', title: 'A *title*', subtitle: 'S', foot: 'F', columns: ['a', 'b', 'c', 'd'] },
  sections: [{ title: 'One', blocks }],
});
const textOf = async (one: Paper): Promise<string> => new TextDecoder().decode(await writePaperAsMarkdown(one));

describe('a paper as Markdown', () => {
  it('has its headings, lists and tables', async () => {
    const text = await textOf(
      paper([
        { kind: 'heading', text: 'Sub' },
        { kind: 'list', items: ['a', 'b'] },
        { kind: 'table', title: 'T', head: ['x', 'y'], rows: [['1|2', { value: 3, text: 'three' }]] },
      ]),
    );
    assert.match(text, /^# A \\\*title\\\*\n\nS\n\n## One\n\n### Sub\n\n- a\n- b\n\n### T\n\n\| x \| y \|\n/);
    assert.match(text, /\| 1\\\|2 \| three \|/);
    assert.match(text, /---\n\nF\n$/);
  });

  it('shows what people typed as text: no HTML, no link, no heading out of it', async () => {
    const typed = '# <b>x</b> [l](javascript:x) _y_ `z`\n# w';
    const html = await new Marked().parse(await textOf(paper([{ kind: 'text', text: typed }])));
    assert.doesNotMatch(html, /<b>|<a |<em>|<code>/);
    assert.equal(html.match(/<h1/g)?.length, 1);
    assert.ok(html.includes('# &lt;b&gt;x&lt;/b&gt; [l](javascript:x) _y_ `z` # w'));
  });
});
