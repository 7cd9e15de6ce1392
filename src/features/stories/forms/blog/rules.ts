/** The whole story for a website: as HTML to be pasted into a page, and as Markdown. Both say the same, and hold nothing that runs or is fetched. */
import { plain } from '../../../../platform/cards.ts';
import type { MarkdownBlock, Span } from '../../../../platform/limited-markdown.ts';
import { escapeMarkup } from '../../../../platform/markup.ts';
import type { Telling } from '../rules.ts';
import { say } from '../words.ts';

/** `picture` is the name of the file that lies beside it. */
export function blogHtml(telling: Telling, picture: string | undefined): string {
  const { language, title, byline, note, sections, programme, join } = telling;
  const figure =
    picture === undefined ? '' : `<p><img src="${picture}" alt="${escapeMarkup(telling.alternative ?? '')}"></p>\n`;
  const body = sections.map(({ heading, blocks }) => {
    const head = heading === undefined ? '' : `<h2 dir="auto">${escapeMarkup(heading)}</h2>\n`;
    return head + blocks.map(blockHtml).join('\n');
  });
  return [
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(title)}</title></head><body>\n`,
    `<article lang="${language}" style="max-width:680px;overflow-wrap:anywhere">\n<h1 dir="auto">${escapeMarkup(title)}</h1>\n`,
    `<p dir="auto"><em>${escapeMarkup(byline)}</em></p>\n${figure}${body.join('\n')}\n`,
    note === undefined ? '' : `<p><small>${escapeMarkup(note)}</small></p>\n`,
    `<p><a href="${escapeMarkup(join)}">${escapeMarkup(say(language, 'join', { programme }))}</a></p>\n</article>\n</body></html>\n`,
  ].join('');
}

function blockHtml(block: MarkdownBlock): string {
  if (block.kind === 'list') {
    const tag = block.ordered ? 'ol' : 'ul';
    return `<${tag}>${block.items.map((item) => `<li dir="auto">${spansHtml(item)}</li>`).join('')}</${tag}>`;
  }
  const inside = spansHtml(block.spans);
  switch (block.kind) {
    case 'heading':
      return `<h3 dir="auto">${inside}</h3>`;
    case 'quote':
      return `<blockquote><p dir="auto">${inside}</p></blockquote>`;
    case 'paragraph':
      return `<p dir="auto">${inside}</p>`;
    default:
      return block satisfies never;
  }
}

function spansHtml(spans: readonly Span[]): string {
  return spans
    .map((one) => {
      if (one.kind === 'text') return escapeMarkup(one.text);
      if (one.kind === 'break') return '<br>';
      if (one.kind === 'link')
        return `<a href="${escapeMarkup(one.to)}" rel="nofollow noopener">${spansHtml(one.spans)}</a>`;
      return `<${one.kind}>${spansHtml(one.spans)}</${one.kind}>`;
    })
    .join('');
}

export function blogMarkdown(telling: Telling, picture: string | undefined): string {
  const { language, title, byline, note, sections, programme, join, alternative = '' } = telling;
  const body = sections.flatMap(({ heading, blocks }) => [
    ...(heading === undefined ? [] : [`## ${inLine(heading)}`]),
    ...blocks.map(blockMarkdown),
  ]);
  return [
    ...[`# ${inLine(title)}`, `*${inLine(byline)}*`],
    ...(picture === undefined ? [] : [`![${inLine(alternative)}](${picture})`]),
    ...body,
    ...(note === undefined ? [] : [inLine(note)]),
    `[${inLine(say(language, 'join', { programme }))}](${join})\n`,
  ].join('\n\n');
}

/** As typed, in one line. Whatever Markdown or HTML could take for its own is escaped. */
const inLine = (text: string): string => plain(text.replaceAll(/\s+/g, ' ').trim()).replaceAll('&', '\\&');

function blockMarkdown(block: MarkdownBlock): string {
  if (block.kind === 'list')
    return block.items
      .map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${spansMarkdown(item).trim()}`)
      .join('\n');
  const inside = spansMarkdown(block.spans).trim();
  return {
    heading: `### ${inside.replaceAll('\\\n', ' ')}`,
    quote: `> ${inside.replaceAll('\n', '\n> ')}`,
    paragraph: inside,
  }[block.kind];
}

function spansMarkdown(spans: readonly Span[]): string {
  return spans
    .map((one) => {
      if (one.kind === 'text') return keepingEnds(one.text, inLine);
      if (one.kind === 'break') return '\\\n';
      if (one.kind === 'link') return `[${spansMarkdown(one.spans)}](${one.to})`;
      const mark = one.kind === 'strong' ? '**' : '*';
      return keepingEnds(spansMarkdown(one.spans), (inside) => `${mark}${inside}${mark}`);
    })
    .join('');
}

/** The marks must stand at a letter, and the spaces around them must stay. */
function keepingEnds(text: string, change: (inside: string) => string): string {
  const inside = text.trim();
  if (inside === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${change(inside)}${/\s$/.test(text) ? ' ' : ''}`;
}
