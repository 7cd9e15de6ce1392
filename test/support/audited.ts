/**
 * Programmes with scarce mentors, some of them with a bias that was put in on purpose: against people of one site, one language or
 * one level, or against a group that nobody asks about and that is found there more often. What the fairness page then says.
 */
import { propose } from '../../src/features/matching/engine/propose.ts';
import type { EngineMentee, EngineMentor, MatchProblem } from '../../src/features/matching/engine/model.ts';
import { largeGaps } from '../../src/features/matching/fairness/model.ts';
import { fairnessByCut, type PartsOf } from '../../src/features/matching/fairness/rules.ts';
import type { Cut } from '../../src/features/matching/model.ts';
import { drawsOf } from '../features/matching/crowd.ts';
import { aMentee, aMentor } from '../features/matching/engine/people.ts';

export const plantedIn = ['site', 'language', 'level'] as const;
export type PlantedIn = (typeof plantedIn)[number];

export interface Planted {
  readonly by: PlantedIn;
  /** Against a hidden group, four of five of whom are in that part, and one of ten elsewhere. */
  readonly hidden: boolean;
}

export interface AuditedWish {
  readonly seed: number;
  readonly mentees: number;
  readonly planted?: Planted | undefined;
}

/** The cuts whose gap the coordinator is made to look at twice. */
export function flaggedCuts(wish: AuditedWish): readonly Cut[] {
  const { problem, partsOf } = programmeWith(wish);
  return largeGaps(fairnessByCut(problem, propose(problem).pairs, partsOf)).map(({ cut }) => cut);
}

const sites = ['Ghent', 'Liège', 'Antwerp', 'Brussels'];
const languages = ['nl', 'fr', 'de', 'en'];
const topicOf = (number: number): string => `topic-${number}`;
/** Asked for by those whom the bias meets; offered by nobody, so that their pairs score least where places are scarce. */
const unheard = ['unheard-1', 'unheard-2', 'unheard-3'];

interface Place {
  readonly site: string;
  readonly language: string;
  readonly level: string;
}

function programmeWith({ seed, mentees: count, planted }: AuditedWish): { problem: MatchProblem; partsOf: PartsOf } {
  const below = drawsOf(seed + 1);
  const places = Array.from({ length: count }, (): Place => ({
    site: sites[below(4)]!,
    language: languages[below(4)]!,
    level: String(1 + below(4)),
  }));
  const mentees = places.map((place, k) => menteeOf(k, isMet(place, planted, below), below));
  const mentors = Array.from({ length: Math.ceil(count * 0.4) }, (_, k) => mentorOf(k, below));
  const by = (of: (place: Place, k: number) => string): Readonly<Record<string, string>> =>
    Object.fromEntries(places.map((place, k) => [`mentee-${k}`, of(place, k)]));
  const partsOf: PartsOf = {
    ...{ site: by(({ site }) => site), language: by(({ language }) => language), level: by(({ level }) => level) },
    department: by((_, k) => `department-${k % 5}`),
    country: by((_, k) => `country-${k % 2}`),
    meeting: by((_, k) => ['site', 'remote', 'either'][k % 3]!),
  };
  return { problem: { mentees, mentors }, partsOf };
}

function isMet(place: Place, planted: Planted | undefined, below: (n: number) => number): boolean {
  if (!planted) return false;
  const isThere = place[planted.by] === { site: 'Liège', language: 'de', level: '4' }[planted.by];
  return planted.hidden ? below(10) < (isThere ? 8 : 1) : isThere;
}

const topics = (below: (n: number) => number) =>
  [...new Set(Array.from({ length: 3 }, () => topicOf(below(12))))].map((topic) => ({ topic, level: 'much' }) as const);

function menteeOf(k: number, met: boolean, below: (n: number) => number): EngineMentee {
  const asked = topics(below);
  return aMentee({
    id: `mentee-${k}`,
    topics: met ? unheard.map((topic) => ({ topic, level: 'much' })) : asked,
  });
}

/** Two places each: mentors for four of five. */
function mentorOf(k: number, below: (n: number) => number): EngineMentor {
  return aMentor({ id: `mentor-${k}`, capacity: 2, offers: topics(below) });
}

export interface Audit {
  readonly instances: number;
  /** Of the cuts that were flagged those with a bias, and of the biases those that were flagged. */
  readonly precision: number;
  readonly recall: number;
  readonly flagged: number;
  readonly recallBy: Readonly<Record<string, number>>;
}

/** Half of the programmes have a bias, each kind as often; sizes take turns. */
export function auditMany(instances: number, sizes: readonly number[]): Audit {
  const kinds = plantedIn.flatMap((by) => [false, true].map((hidden) => ({ by, hidden })));
  const found = Array.from({ length: instances }, (_, seed) => {
    const planted = seed % 2 === 0 ? kinds[(seed / 2) % kinds.length] : undefined;
    const flagged = flaggedCuts({ seed, mentees: sizes[Math.floor(seed / 2 / kinds.length) % sizes.length]!, planted });
    return { planted, flagged, hit: planted !== undefined && flagged.includes(planted.by) };
  });
  const all = found.flatMap(({ flagged }) => flagged).length;
  const hits = found.filter(({ hit }) => hit).length;
  const withBias = found.filter(({ planted }) => planted);
  const recallIn = (some: typeof found): number => some.filter(({ hit }) => hit).length / some.length;
  return {
    ...{ instances, flagged: all, precision: hits / all, recall: recallIn(withBias) },
    recallBy: Object.fromEntries(
      kinds.map(({ by, hidden }) => [
        `${by}${hidden ? '-hidden' : ''}`,
        recallIn(withBias.filter(({ planted }) => planted?.by === by && planted.hidden === hidden)),
      ]),
    ),
  };
}
