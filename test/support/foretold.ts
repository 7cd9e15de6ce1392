/**
 * Programmes drawn from a seed, in which a survey was foretold, answered and released: how often the forecast was right. People answer
 * here by other rules than in the forecast's own trials (camps, moods, habits of each person), and at a rate that nobody knew exactly.
 */
import type { Response } from '../../src/features/release/answers/model.ts';
import { answersTo, releaseCuts } from '../../src/features/release/cuts/rules.ts';
import { floors } from '../../src/features/release/model.ts';
import { nextRelease, type Published } from '../../src/features/release/rules.ts';
import { ratingScale } from '../../src/features/release/worlds/model.ts';
import { questionSets } from '../../src/features/surveys/bank/rules.ts';
import type { Forecast, Verdict } from '../../src/features/surveys/forecast/model.ts';
import { forecastWhole, isTold } from '../../src/features/surveys/forecast/rules.ts';
import { partKey, type Fate, type Told } from '../../src/features/surveys/forecast/trial/rules.ts';
import { partIds } from '../../src/features/surveys/model.ts';
import type { Answers, Question, Said } from '../../src/features/surveys/questions/model.ts';
import { keptOf, partItemsOf, releaseItemsOf } from '../../src/features/surveys/questions/rules.ts';
import { partsFor } from '../../src/features/surveys/rules.ts';
import { createRandom, type Random } from '../../src/sandbox/organisation/random.ts';

const floor = floors.rating;
/** Of the questions that are parted, so many are released by part in each programme. */
const partedQuestions = 2;

interface Member {
  readonly id: string;
  readonly department: string;
  readonly site: string;
}

/** One line of a forecast, with what became of it. */
export interface Outcome {
  readonly about: 'question' | 'part' | 'crossing';
  readonly verdict: Verdict;
  readonly told: boolean;
  /** What a minimum of five expected answers alone would have said. */
  readonly byFloor: boolean;
}

export function foretell(seed: number): { readonly outcomes: readonly Outcome[]; readonly ms: number } {
  const random = createRandom('foretold', seed);
  const people = organisation(random.between(60, 600), random);
  const { items } = random.pick(questionSets);
  const rate = 0.3 + 0.55 * random.next();
  // What the coordinator expects is what the page offers, or near the truth.
  const response = Math.max(10, Math.min(90, 5 * Math.round((100 * rate + 10 * (random.next() - 0.5)) / 5)));
  const begun = performance.now();
  const forecast = forecastWhole(null, { items, people, partedBy: partIds, floor, response });
  const ms = performance.now() - begun;
  const responses = answersOf(items, people, rate, random);
  return { outcomes: held(forecast, { items, response, ...released(items, responses, random) }), ms };
}

/** Departments and sites of very different sizes; people of one department sit at one site more often than not. */
function organisation(size: number, random: Random): Member[] {
  const list = (name: string, count: number) =>
    Array.from({ length: count }, (_, place) => ({ name: `${name}-${place}`, weight: 0.15 + random.next() ** 2 }));
  const [departments, sites] = [list('department', random.between(2, 14)), list('site', random.between(1, 7))];
  const home = new Map(departments.map(({ name }) => [name, random.weighted(sites).name]));
  return Array.from({ length: size }, (_, place) => {
    const department = random.weighted(departments).name;
    const site = random.chance(0.5) ? (home.get(department) ?? '') : random.weighted(sites).name;
    return { id: `person-${String(place).padStart(4, '0')}`, department, site };
  });
}

/** In the order in which they come. */
function answersOf(items: readonly Question[], people: readonly Member[], rate: number, random: Random): Response[] {
  const kept = partsFor(people, floors.text);
  const keen = new Map<string, number>();
  const say = sayings(items, random);
  const answered = people.filter(({ department }) => {
    const own = keen.get(department) ?? rate + 0.2 * (random.next() - 0.5);
    keen.set(department, own);
    return random.chance(own);
  });
  return answered
    .map((one) => ({ one, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }): Response => {
      const of = kept.get(one.id);
      return { ...keptOf(items, say(one)), ...(of ? { of: { ...of } } : {}) };
    });
}

/** Some questions are agreed on, some split people in two camps; some people are always content. */
function sayings(items: readonly Question[], random: Random): (one: Member) => Answers {
  const split = new Map(
    items.map(({ id }) => [id, { camp: random.next(), high: random.between(3, 5), low: random.between(1, 3) }]),
  );
  const liked = new Map<string, number>();
  const mood = new Map<string, number>();
  const writes = 0.1 + 0.45 * random.next();
  const likes = (key: string): number => {
    const own = liked.get(key) ?? 0.03 + 0.9 * random.next() ** 2;
    liked.set(key, own);
    return own;
  };
  const rating = (id: string, { department }: Member): number => {
    const { camp = 1, high = 4, low = 2 } = split.get(id) ?? {};
    const place = mood.get(department) ?? random.next() - 0.5;
    mood.set(department, place);
    const middle = (random.chance(0.3 + 0.7 * camp) ? high : low) + place;
    return Math.max(1, Math.min(5, Math.round(middle + 2 * (random.next() + random.next() - 1))));
  };
  const saidTo = (one: Question, member: Member): Said | undefined => {
    const options = one.options ?? [];
    const chosen = (): string[] =>
      options.filter(({ id }) => random.chance(likes(`${one.id} ${id}`))).map(({ id }) => id);
    switch (one.kind) {
      case 'agree':
        return rating(one.id, member);
      case 'zero-ten':
        return 2 * rating(one.id, member) - random.between(0, 1);
      case 'number':
        return one.range ? random.between(one.range.least, one.range.most) : 0;
      case 'one':
        return random.weighted(options.map(({ id }) => ({ id, weight: likes(`${one.id} ${id}`) }))).id;
      case 'several': {
        const all = chosen().slice(0, one.most ?? options.length);
        return all.length > 0 ? all : [random.pick(options).id];
      }
      case 'rank':
        return options
          .map(({ id }) => ({ id, place: random.next() * likes(`${one.id} ${id}`) }))
          .toSorted((a, b) => b.place - a.place)
          .map(({ id }) => id);
      case 'short':
      case 'long':
        return random.chance(writes) ? 'What I think' : undefined;
      default:
        return one.kind satisfies never;
    }
  };
  return (member) =>
    Object.fromEntries(
      items.flatMap((one): [string, Said][] => {
        const said = random.chance(0.02) ? null : saidTo(one, member);
        return said === undefined ? [] : [[one.id, said]];
      }),
    );
}

interface Truth {
  readonly whole: Told;
  /** By part, for each question that was parted. */
  readonly byPart: readonly ReadonlyMap<string, Fate>[];
}

/** As the product releases it: looked at now and then, closed, then by part. */
function released(items: readonly Question[], responses: readonly Response[], random: Random): Truth {
  const since: (number | undefined)[] = responses.map(() => undefined);
  let last: Published | undefined;
  const looks = Array.from({ length: random.below(5) }, () => random.below(responses.length + 1)).toSorted(
    (a, b) => a - b,
  );
  for (const [place, seen] of [...looks, responses.length].entries()) {
    const now = responses.slice(0, seen);
    const isClosing = place === looks.length;
    const next = nextRelease({ items: releaseItemsOf(items), responses: now, previous: last, isClosing, now: 0 });
    if (!next) continue;
    if (next.basis.responses > (last?.basis.responses ?? 0))
      now.forEach((_, one) => (since[one] ??= next.release.number));
    last = next;
  }
  const fates = new Map<string, Fate>();
  for (const figure of last?.release.figures ?? [])
    fates.set(figure.itemId, figure.state === 'withheld' ? 'too-few' : 'told');
  const taken = responses.map((response, place) => ({ response, since: since[place] }));
  const parted = partItemsOf(items).filter(({ id }) => last?.basis.since[id] !== undefined);
  const byPart = parted.slice(0, partedQuestions).map(({ id }) => {
    const answers = answersTo(id, taken, last?.basis.since[id]);
    const cuts = releaseCuts({ attributes: partIds.map((part) => ({ id: part })), answers, scale: ratingScale, floor });
    return new Map(
      cuts.map(({ parts, figure }) => [
        partKey(Object.fromEntries(parts.map(({ attribute, value }) => [attribute, value]))),
        figure.state === 'withheld' ? figure.reason : ('told' as const),
      ]),
    );
  });
  return { whole: { answers: responses.length, items: fates, parts: new Map() }, byPart };
}

function held(
  forecast: Forecast,
  { items, response, whole, byPart }: Truth & { readonly items: readonly Question[]; readonly response: number },
): Outcome[] {
  const questions = forecast.questions.flatMap((line) =>
    line.questions.map((id): Outcome => {
      const one = items.find((item) => item.id === id);
      const byFloor = forecast.answers.expected >= (line.family === 'text' ? floors.text : floor);
      return { about: 'question', verdict: line.verdict, told: one !== undefined && isTold(one, whole), byFloor };
    }),
  );
  const parts = forecast.parts.flatMap((line) =>
    byPart.map((fates): Outcome => {
      const about = Object.keys(line.parts).length > 1 ? 'crossing' : 'part';
      const byFloor = (line.asked * response) / 100 >= floor;
      return { about, verdict: line.verdict, told: fates.get(partKey(line.parts)) === 'told', byFloor };
    }),
  );
  return [...questions, ...parts];
}

export interface Held {
  readonly lines: number;
  /** Of the lines that said "will" or "will not": how many were right. */
  readonly right: number;
  /** Of all lines: how many said "may". */
  readonly open: number;
  readonly rightByFloor: number;
  /** Of the lines that said "may": how many were told. */
  readonly toldOfOpen: number;
}

export function sharesOf(outcomes: readonly Outcome[]): Held {
  const share = (list: readonly Outcome[], holds: (one: Outcome) => boolean): number =>
    list.length === 0 ? 1 : list.filter(holds).length / list.length;
  const sure = outcomes.filter(({ verdict }) => verdict !== 'may');
  const open = outcomes.filter(({ verdict }) => verdict === 'may');
  return {
    lines: outcomes.length,
    right: share(sure, ({ verdict, told }) => (verdict === 'will') === told),
    open: open.length / Math.max(1, outcomes.length),
    rightByFloor: share(outcomes, ({ byFloor, told }) => byFloor === told),
    toldOfOpen: share(open, ({ told }) => told),
  };
}
