/**
 * A paper out of its prose and of what the code knows. In the prose `{{name}}` stands for a figure or a sentence, and `{{block:name}}`
 * on a line of its own for a table or a list; `[… text]` is a blank that the organisation fills in. A name that is not known stops the paper.
 */
import { readMarkdown, textOfSpans, type MarkdownBlock } from '../../../platform/limited-markdown.ts';
import type { Block, Paper, PaperSection } from '../../../platform/papers.ts';
import { sayDay, unbroken, type Language } from '../../../platform/words.ts';
import { organisationZone as zone } from '../../../platform/zone.ts';
import { blocksKnown } from './facts/rules.ts';
import type { PaperFacts } from './facts/model.ts';
import { valuesKnown } from './values/rules.ts';
import { say } from './words.ts';

export function paperOf(prose: string, facts: PaperFacts): Paper {
  const { language, paper, version, now } = facts;
  const day = sayDay(language, now, zone);
  const what = say(language, 'head.what');
  const { opening, sections } = partsOf(prose);
  return {
    language,
    title: say(language, `title.${paper}`),
    subtitle: say(language, 'subtitle', { version, day }),
    foot: say(language, 'foot', { paper: say(language, `title.${paper}`), version, day }),
    // For a plain table of everything, which nobody makes of these papers.
    columns: [what, what, what, what],
    sections: [
      {
        title: say(language, 'draft.title'),
        blocks: [{ kind: 'text', text: say(language, 'draft.text') }, ...bodyOf(opening, facts)],
      },
      ...sections.map(({ title, body }): PaperSection => ({
        title: filled(title, facts),
        blocks: bodyOf(body, facts),
      })),
    ],
  };
}

/** Each `## ` begins a section. */
function partsOf(prose: string): { opening: string; sections: { title: string; body: string }[] } {
  const [opening = '', ...rest] = prose.replaceAll('\r\n', '\n').split(/^## /m);
  return {
    opening,
    sections: rest.map((part) => {
      const end = part.indexOf('\n');
      return { title: part.slice(0, end).trim(), body: part.slice(end) };
    }),
  };
}

function bodyOf(body: string, facts: PaperFacts): Block[] {
  const pieces = body.split(/^\{\{block:([a-z-]+)\}\}$/m);
  return pieces.flatMap((piece, at) =>
    at % 2 === 1
      ? blockNamed(piece, facts)
      : readMarkdown(filled(piece, facts)).map((one) => blockOf(one, facts.language)),
  );
}

function blockNamed(name: string, facts: PaperFacts): readonly Block[] {
  const make = blocksKnown[name];
  if (!make) throw new Error(`a paper asks for {{block:${name}}}, which is not known`);
  return make(facts);
}

function filled(text: string, facts: PaperFacts): string {
  const values = valuesKnown(facts);
  return text.replaceAll(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a paper asks for {{${name}}}, which is not known`);
    return value;
  });
}

function blockOf(one: MarkdownBlock, language: Language): Block {
  const text = (spans: Parameters<typeof textOfSpans>[0]): string => unbroken(language, textOfSpans(spans));
  if (one.kind === 'list') return { kind: 'list', items: one.items.map(text) };
  const kinds = { paragraph: 'text', heading: 'heading', quote: 'small' } as const;
  return { kind: kinds[one.kind], text: text(one.spans) };
}
