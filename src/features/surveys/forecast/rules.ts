/**
 * What will be told, from trials: what was told in nearly all of them will be, what in nearly none will not. Whoever runs it decides
 * when others have their turn; the answer is the same for the same survey and the same people.
 */
import { floors } from '../../release/model.ts';
import { partIds, type PartId } from '../model.ts';
import type { Question } from '../questions/model.ts';
import { isText, optionItem } from '../questions/rules.ts';
import { partsFor, type Parts } from '../rules.ts';
import {
  verdicts,
  type Family,
  type Forecast,
  type Help,
  type PartLine,
  type QuestionsLine,
  type Verdict,
  type Why,
} from './model.ts';
import { partKey, trial, type Fate, type Told, type TrialFacts } from './trial/rules.ts';

export interface ForecastFacts extends Omit<TrialFacts, 'people'> {
  readonly people: readonly { readonly id: string; readonly department?: string; readonly site?: string }[];
}

/** Told in at least this share of trials, it will be; in at most the rest, it will not. */
const nearlyAll = 0.9;

/** With many people chance evens out, and a trial takes longer. */
function trialsFor(people: number): number {
  if (people <= 1000) return 20;
  return people <= 5000 ? 10 : 6;
}

export function* forecastFor(facts: ForecastFacts): Generator<void, Forecast> {
  const whole = trialFacts(facts, facts.partedBy);
  const trials = yield* runTrials(whole, trialsFor(facts.people.length));
  const lines = partLinesOf(facts, whole, trials);
  const alone = lines.some(mightBeAlone) ? yield* aloneBy(facts) : new Map<string, Verdict>();
  const answers = trials.map((one) => one.answers).toSorted((a, b) => a - b);
  const at = (share: number): number => answers[Math.floor(share * (answers.length - 1))] ?? 0;
  return {
    asked: facts.people.length,
    answers: {
      expected: Math.round((facts.people.length * facts.response) / 100),
      ...{ least: at(0.1), most: at(0.9) },
    },
    questions: questionLinesOf(facts.items, trials),
    parts: lines.map((line) => withHelp(line, facts, alone)),
  };
}

/** A department or a site that is not told for sure, though enough people are asked. */
function mightBeAlone({ verdict, parts, asked }: PartLine): boolean {
  return verdict !== 'will' && asked >= floors.text && Object.keys(parts).length === 1;
}

/** For a thread: all of it at once. */
export function forecastWhole(_: null, facts: ForecastFacts): Forecast {
  const work = forecastFor(facts);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

function trialFacts(facts: ForecastFacts, partedBy: readonly PartId[]): TrialFacts {
  const kept = partsFor(facts.people, floors.text, partedBy);
  return { ...facts, partedBy, people: facts.people.map(({ id }) => kept.get(id) ?? {}) };
}

function* runTrials(facts: TrialFacts, count: number): Generator<void, Told[]> {
  const trials: Told[] = [];
  for (let seed = 0; seed < count; seed += 1) trials.push(yield* trial(facts, seed));
  return trials;
}

function verdictOf(told: number, all: number): Verdict {
  if (told >= nearlyAll * all) return 'will';
  return told <= (1 - nearlyAll) * all ? 'will-not' : 'may';
}

export function familyOf(one: Question): Family {
  if (isText(one)) return 'text';
  if (one.kind === 'rank') return 'rank';
  if (one.options) return 'choice';
  return one.kind === 'agree' ? 'scale' : 'number';
}

/** A question is told when its figure is, or one of its options is. */
export function isTold(one: Question, told: Told): boolean {
  const items = one.options ? one.options.map(({ id }) => optionItem(one.id, id)) : [one.id];
  return items.some((item) => told.items.get(item) === 'told');
}

function questionLinesOf(items: readonly Question[], trials: readonly Told[]): QuestionsLine[] {
  const lines = new Map<string, QuestionsLine>();
  for (const one of items) {
    const verdict = verdictOf(trials.filter((told) => isTold(one, told)).length, trials.length);
    const [family, ofSome] = [familyOf(one), one.showIf !== undefined];
    const key = [family, ofSome, verdict].join();
    const questions = [...(lines.get(key)?.questions ?? []), one.id];
    lines.set(key, { ...{ family, ofSome, verdict, questions }, ...whyOfQuestions(family, verdict) });
  }
  return [...lines.values()];
}

function whyOfQuestions(family: Family, verdict: Verdict): { why: Why; help?: Help } {
  if (verdict === 'will') return { why: 'enough' };
  const help = family === 'text' ? 'interview' : 'together';
  return { why: verdict === 'may' ? 'uncertain' : 'few-answers', help };
}

/** Each department, each site, and each department at a site, by name. */
function partLinesOf({ people, partedBy }: ForecastFacts, whole: TrialFacts, trials: readonly Told[]): PartLine[] {
  const cuts: PartId[][] = partedBy.length > 1 ? [['department'], ['site'], ['department', 'site']] : [[...partedBy]];
  return cuts
    .filter((ids) => ids.length > 0)
    .flatMap((ids) => {
      const asked = countParts(people, ids);
      const kept = countParts(whole.people, ids);
      return [...asked]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([key, { parts, count }]): PartLine => {
          if (!kept.has(key))
            return { parts, asked: count, verdict: 'will-not', why: count < floors.text ? 'few-asked' : 'not-kept' };
          const fates = trials.map((told): Fate => told.parts.get(key) ?? 'too-few');
          return { parts, asked: count, ...judged(fates) };
        });
    });
}

function judged(fates: readonly Fate[]): { verdict: Verdict; why: Why } {
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  const verdict = verdictOf(count('told'), fates.length);
  if (verdict === 'will') return { verdict, why: 'enough' };
  return { verdict, why: count('would-point') > count('too-few') ? 'would-point' : 'few-answers' };
}

function countParts(people: readonly Parts[], ids: readonly PartId[]): Map<string, { parts: Parts; count: number }> {
  const found = new Map<string, { parts: Parts; count: number }>();
  for (const one of people) {
    if (ids.some((id) => one[id] === undefined)) continue;
    const parts: Parts = Object.fromEntries(ids.map((id) => [id, one[id]]));
    const key = partKey(parts);
    found.set(key, { parts, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return found;
}

/** The verdict on each part, were results parted by departments or by sites alone. */
function* aloneBy(facts: ForecastFacts): Generator<void, Map<string, Verdict>> {
  const found = new Map<string, Verdict>();
  if (facts.partedBy.length < 2) return found;
  for (const id of partIds) {
    const alone = trialFacts(facts, [id]);
    const trials = yield* runTrials(alone, trialsFor(facts.people.length) / 2);
    const lines = partLinesOf({ ...facts, partedBy: [id] }, alone, trials);
    for (const { parts, verdict } of lines) found.set(partKey(parts), verdict);
  }
  return found;
}

/** How many more per cent may answer after a good word from a manager, or a reminder. */
const moreAnswers = 20;

function withHelp(line: PartLine, { response, floor }: ForecastFacts, alone: ReadonlyMap<string, Verdict>): PartLine {
  const { verdict, why, parts, asked } = line;
  if (verdict === 'will') return line;
  const better = alone.get(partKey(parts)) ?? verdict;
  if (verdicts.indexOf(better) < verdicts.indexOf(verdict)) return { ...line, help: 'fewer-cuts' };
  if (why === 'would-point' || why === 'not-kept') return { ...line, help: 'wider' };
  const from = Math.max(floors.text, askedFor(floor, response / 100));
  const withMore = askedFor(floor, Math.min(0.95, (response + moreAnswers) / 100));
  if (why === 'few-answers' && withMore <= asked && asked < from) return { ...line, help: 'reminder', from };
  return asked < from ? { ...line, help: 'wider', from } : { ...line, help: 'wider' };
}

/** How many to ask for at least `least` answers in nine of ten cases: the binomial distribution, term by term. */
export function askedFor(least: number, rate: number): number {
  for (let asked = least; ; asked += 1) {
    let term = (1 - rate) ** asked;
    let fewer = term;
    for (let answers = 1; answers < least; answers += 1) {
      term *= ((asked - answers + 1) / answers) * (rate / (1 - rate));
      fewer += term;
    }
    if (fewer <= 1 - nearlyAll) return asked;
  }
}
