/** The question bank: the ready sets in `content/`, with the questions that several of them ask filled in. Not for the browser. */
import { z } from 'zod';
import { Failure } from '../../../platform/errors.ts';
import { unbroken, type Language } from '../../../platform/words.ts';
import type { OwnQuestion, Survey, SurveyDraft } from '../model.ts';
import constructsFile from '../content/constructs.json' with { type: 'json' };
import end from '../content/end.json' with { type: 'json' };
import inclusion from '../content/inclusion.json' with { type: 'json' };
import later from '../content/later.json' with { type: 'json' };
import leaving from '../content/leaving.json' with { type: 'json' };
import menteeIntake from '../content/mentee-intake.json' with { type: 'json' };
import mentorIntake from '../content/mentor-intake.json' with { type: 'json' };
import middle from '../content/middle.json' with { type: 'json' };
import needs from '../content/needs.json' with { type: 'json' };
import pulse from '../content/pulse.json' with { type: 'json' };
import support from '../content/support.json' with { type: 'json' };
import trainingAfter from '../content/training-after.json' with { type: 'json' };
import trainingBefore from '../content/training-before.json' with { type: 'json' };
import {
  construct,
  questions,
  questionSet,
  setFile,
  type AskedSet,
  type Question,
  type QuestionSet,
} from '../questions/model.ts';
import { questionIn } from '../questions/rules.ts';
import { stopsFor } from '../wording/rules.ts';

/** All texts of a file as they are read: where French breaks no line, none is broken. */
function readable(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content), (key, value: unknown) =>
    key === 'fr' && typeof value === 'string' ? unbroken('fr', value) : value,
  );
}

/** In the order in which a programme needs them. */
const files = z
  .array(setFile)
  .parse(
    readable([
      ...[support, inclusion, needs, mentorIntake, menteeIntake, trainingBefore, trainingAfter, pulse, middle, end],
      ...[later, leaving],
    ]),
  );

export const constructs = z.array(construct).parse(readable(constructsFile));

/** Every question of the bank once, under its id, which never changes. */
export const bankItems: ReadonlyMap<string, Question> = new Map(
  files.flatMap(({ items }) => items.flatMap((one) => ('same' in one ? [] : [[one.id, one] as const]))),
);

export const questionSets: readonly QuestionSet[] = files.map((file) =>
  questionSet.parse({
    ...file,
    items: file.items.map((one) => {
      if (!('same' in one)) return one;
      const { section: _, ...shared } = bankItems.get(one.same) ?? {};
      return { ...shared, ...(one.section === undefined ? {} : { section: one.section }) };
    }),
  }),
);

const byId: ReadonlyMap<string, QuestionSet> = new Map(questionSets.map((one) => [one.id, one]));

export function setOf(id: string): QuestionSet {
  const found = byId.get(id);
  if (!found) throw new Error(`the bank has no set ${id}`);
  return found;
}

/** What a draft asks, as questions: Failure `bad-input` for what the bank does not have, or own ones that do not hold together. */
export function itemsFor(set: string, asks: SurveyDraft['asks']): Question[] {
  if (!asks) return [...setOf(set).items];
  const sections = new Map(setOf(set).items.map((one) => [one.id, one.section]));
  const made = asks.map((one, place): unknown => {
    if (typeof one === 'object') return ownItem(one, place);
    const { section: _, ...found } = bankItems.get(one) ?? {};
    const section = sections.get(one);
    return { ...found, ...(section === undefined ? {} : { section }) };
  });
  requireNoIdentity(asks);
  const whole = questions.safeParse(made);
  if (whole.success) return whole.data;
  const issue = whole.error.issues[0];
  const [place] = issue?.path ?? [];
  const field = typeof place === 'number' ? `asks.${place}` : 'asks';
  const reason = issue?.message === 'questions-apart' ? 'questions-apart' : 'question-incomplete';
  throw new Failure('bad-input', reason, { fields: [{ field, reason }] });
}

/** Who somebody is belongs to the identity questions, where it is voluntary, sealed and switched by country. */
function requireNoIdentity(asks: NonNullable<SurveyDraft['asks']>): void {
  const fields = asks.flatMap((one, place) => {
    const code = typeof one === 'object' ? stopsFor(one) : undefined;
    return code ? [{ field: `asks.${place}`, reason: `wording-${code}` }] : [];
  });
  if (fields[0]) throw new Failure('bad-input', fields[0].reason, { fields });
}

/** Its ids follow from its place: they stand once the survey is open. */
function ownItem({ options, ...one }: OwnQuestion, place: number): unknown {
  const listed = options?.map((text, at) => ({ id: `o${at + 1}`, text }));
  return {
    ...one,
    id: `own-${place + 1}`,
    ...(listed ? { options: listed } : {}),
    ...(one.kind === 'zero-ten' ? { ends: ownEnds } : {}),
  };
}

const ownEnds = {
  low: { nl: 'Helemaal niet', fr: 'Pas du tout', de: 'Gar nicht', en: 'Not at all' },
  high: { nl: 'Helemaal', fr: 'Tout à fait', de: 'Voll und ganz', en: 'Completely' },
};

export const isOwn = ({ id }: Pick<Question, 'id'>): boolean => id.startsWith('own-');

/** What a survey asks, in one language. */
export function askedSetOf({ set, items }: Pick<Survey, 'set' | 'items'>, language: Language): AskedSet {
  const { title, intro, minutes, sections = [] } = setOf(set);
  return {
    ...{ title: title[language], intro: intro[language], minutes },
    sections: sections.map((one) => ({ id: one.id, title: one.title[language] })),
    items: items.map((one) => questionIn(one, language)),
  };
}
