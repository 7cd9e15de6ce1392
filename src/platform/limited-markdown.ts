/**
 * The part of Markdown that people may use, taken apart: no HTML, no pictures, links to https only; whatever else they typed is text.
 * Every form in which their words leave is made of these pieces, so none of them can hold more.
 */
import { Marked, type Token, type Tokens } from 'marked';

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly to: string; readonly spans: readonly Span[] }
  | { readonly kind: 'break' };

export type MarkdownBlock =
  | { readonly kind: 'paragraph' | 'heading' | 'quote'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

const reader = new Marked({ gfm: false });

export function readMarkdown(text: string): MarkdownBlock[] {
  return blocksOf(reader.lexer(text)).filter(
    (block) => block.kind === 'list' || textOfSpans(block.spans).trim() !== '',
  );
}

function blocksOf(tokens: readonly Token[]): MarkdownBlock[] {
  return tokens.flatMap((token): MarkdownBlock[] => {
    switch (token.type) {
      case 'paragraph':
      case 'text':
        return [{ kind: 'paragraph', spans: spansOf(token as Tokens.Paragraph) }];
      case 'heading':
        return [{ kind: 'heading', spans: spansOf(token as Tokens.Heading) }];
      case 'code':
        return [{ kind: 'paragraph', spans: textSpans((token as Tokens.Code).text) }];
      case 'blockquote':
        return blocksOf((token as Tokens.Blockquote).tokens).map((one) =>
          one.kind === 'paragraph' ? { ...one, kind: 'quote' } : one,
        );
      case 'list':
        return [listOf(token as Tokens.List)];
      default:
        return [];
    }
  });
}

/** What stands in a list in a list is an item of the outer one. */
function listOf({ ordered, items }: Tokens.List): MarkdownBlock {
  const flat = items.flatMap(({ tokens }): (readonly Span[])[] =>
    blocksOf(tokens).flatMap((block) => (block.kind === 'list' ? [...block.items] : [block.spans])),
  );
  return { kind: 'list', ordered, items: flat.filter((spans) => textOfSpans(spans).trim() !== '') };
}

function spansOf(token: { readonly text: string; readonly tokens?: readonly Token[] | undefined }): Span[] {
  return (token.tokens ?? []).flatMap(spanOf);
}

function spanOf(token: Token): Span[] {
  switch (token.type) {
    case 'text': {
      const inner = (token as Tokens.Text).tokens;
      return inner ? inner.flatMap(spanOf) : textSpans((token as Tokens.Text).text);
    }
    case 'escape':
    case 'codespan':
      return textSpans((token as Tokens.Escape).text);
    case 'strong':
    case 'em':
      return [{ kind: token.type, spans: spansOf(token as Tokens.Strong) }];
    case 'link': {
      const spans = spansOf(token as Tokens.Link);
      const to = safeLink((token as Tokens.Link).href);
      return to === undefined ? spans : [{ kind: 'link', to, spans }];
    }
    case 'br':
      return [{ kind: 'break' }];
    default:
      return [];
  }
}

function textSpans(text: string): Span[] {
  return text === '' ? [] : [{ kind: 'text', text: text.replaceAll(/\s*\n\s*/g, ' ') }];
}

/** As it is written by the URL standard, without anything that could end a quotation mark or a bracket. */
function safeLink(href: string): string | undefined {
  if (!/^https:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const { href: written, username, password } = new URL(href);
  if (username !== '' || password !== '') return undefined;
  return written.replace(
    /[\s"'<>()[\]\\`{}|^]/g,
    (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

export function textOfSpans(spans: readonly Span[]): string {
  return spans
    .map((one) => (one.kind === 'text' ? one.text : one.kind === 'break' ? '\n' : textOfSpans(one.spans)))
    .join('');
}

/** Paragraphs of plain text; of a list each item is one. */
export function plainParagraphs(blocks: readonly MarkdownBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => `– ${textOfSpans(item)}`) : [textOfSpans(block.spans)],
  );
}
