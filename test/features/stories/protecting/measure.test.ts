import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { spotKinds } from '../../../../src/features/stories/protecting/model.ts';
import { spotsIn } from '../../../../src/features/stories/protecting/rules.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';
import { compare, none, ownTexts, plus, sandboxFacts, told, type Figures, type Marked } from './held.ts';

/** Texts by other hands, which whoever wrote the lists has not read; measured where they are there. */
const corpusText = z.strictObject({
  id: z.string(),
  named: z.boolean(),
  text: z.string(),
  facts: z.array(z.strictObject({ kind: z.string(), text: z.string(), nth: z.number().int().positive().optional() })),
});

const placeOf = (language: Language): string => join(import.meta.dirname, 'corpus', `${language}.json`);

function corpus(language: Language): Marked[] {
  const all = z.array(corpusText).parse(JSON.parse(readFileSync(placeOf(language), 'utf8')));
  return all.map(({ id, text, facts }) => ({
    ...{ id, text },
    marks: facts.map((fact) => {
      let from = -1;
      for (let nth = 0; nth < (fact.nth ?? 1); nth += 1) from = text.indexOf(fact.text, from + 1);
      assert.ok(from >= 0, `${id}: "${fact.text}" does not stand there`);
      return { kind: fact.kind, from, to: from + fact.text.length };
    }),
  }));
}

/** What is sensitive is told apart: it is no sign of who somebody is. */
function figuresOf(texts: readonly Marked[], language: Language): Map<string, Figures> {
  const facts = sandboxFacts({ own: [] });
  const figures = new Map<string, Figures>();
  for (const { text, marks } of texts) {
    const spots = spotsIn(text, language, facts);
    const isSign = ({ kind }: { readonly kind: string }): boolean => kind !== 'sensitive';
    const add = (name: string, one: Figures): void => void figures.set(name, plus(figures.get(name) ?? none(), one));
    add('identifying', compare(marks.filter(isSign), spots.filter(isSign), marks, spots));
    for (const kind of spotKinds) {
      const ofKind = (one: { readonly kind: string }): boolean => one.kind === kind;
      add(kind, compare(marks.filter(ofKind), spots.filter(ofKind), marks, spots));
      add(
        `${kind}, as this kind`,
        compare(marks.filter(ofKind), spots.filter(ofKind), marks.filter(ofKind), spots.filter(ofKind)),
      );
    }
  }
  return figures;
}

function tell(title: string, figures: ReadonlyMap<string, Figures>): void {
  const lines = [...figures].filter(([, { facts, findings }]) => facts + findings > 0);
  process.stdout.write(`${[title, ...lines.map(([name, one]) => `  ${name}: ${told(one)}`)].join('\n')}\n`);
}

describe('the check of what tells who', function () {
  this.timeout(120_000);

  for (const language of languages) {
    it(`finds what our own texts hold, and little else, in ${language}`, () => {
      const texts = ownTexts(language);
      assert.ok(texts.length >= 20);
      const figures = figuresOf(texts, language);
      tell(`${language}, ${texts.length} texts of our own`, figures);
      const { facts, found, findings, right } = figures.get('identifying') ?? none();
      assert.ok(found / facts >= 0.9, 'too little is found');
      assert.ok(right / findings >= 0.9, 'too much is found');
    });

    it(`is measured on texts by other hands in ${language}`, function () {
      if (!existsSync(placeOf(language))) this.skip();
      const texts = corpus(language);
      tell(`${language}, ${texts.length} texts by other hands`, figuresOf(texts, language));
    });
  }
});
