/**
 * The synthetic programme on which the matching is measured: the same people and scores in whole numbers in any language,
 * so that the reference optima of exact solvers hold here too.
 */
import type { GraphInput } from '../../src/features/matching/engine/graph.ts';
import { out, type Pool } from '../../src/features/matching/engine/pool.ts';
import { cellPart, overlapPart, specialPairs } from '../../src/features/matching/engine/pool-parts.ts';
import { scan } from '../../src/features/matching/engine/scan.ts';

export interface WorkloadSize {
  readonly seed?: number;
  readonly mentees: number;
  readonly mentors: number;
  /** Mentees may want two or three mentors. */
  readonly multi?: boolean;
  /** Only the best so many mentors of each mentee; absent: all feasible pairs. */
  readonly best?: number;
}

type Draw = () => number;

export interface Person {
  readonly group: number;
  readonly isActive: boolean;
  readonly site: number;
  readonly languages: number;
  readonly hours: number;
  readonly form: 'site' | 'remote' | 'either';
  readonly department: number;
  readonly seniority: number;
  readonly flags: number;
  readonly preference: number;
  readonly units: number;
  readonly primary: readonly number[];
  readonly secondary: readonly number[];
  readonly interests: readonly number[];
  readonly departmentWish: 'none' | 'other' | 'same';
}

const offsets = [0, 1, 1, -5, -7, 5, 8, 10];
const localLanguages = [0, 1, 2, 0, 3, 4, 5, 0];
const prevalence = [480, 90, 120, 60, 150, 80, 40, 110, 70, 50, 30, 200];
const seniorityScores = [20, 60, 100, 100, 80, 50, 30];

function mix(a: number): number {
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d);
  a = Math.imul(a ^ (a >>> 15), 0x846ca68b);
  return (a ^ (a >>> 16)) >>> 0;
}

function drawsOf(seed: number, stream: number, index: number): Draw {
  let state = mix((mix((seed ^ mix(stream)) >>> 0) + index) >>> 0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const below = (draw: Draw, n: number): number => Math.floor((draw() * n) / 2 ** 32);
const permille = (draw: Draw, p: number): boolean => below(draw, 1000) < p;

function harmonic(n: number, a: number): (draw: Draw) => number {
  const sums: number[] = [];
  let total = 0;
  for (let k = 0; k < n; k++) sums.push((total += Math.floor(1e6 / (k + a))));
  return (draw) => {
    const x = Math.floor((draw() * total) / 2 ** 32);
    return sums.findIndex((sum) => x < sum);
  };
}

const languageOf = harmonic(12, 3);
const departmentOf = harmonic(24, 4);
const skillOf = harmonic(10, 3);
const wideSkillOf = harmonic(40, 3);
const interestOf = harmonic(64, 5);

function band(x: number, ...limits: number[]): number {
  let sum = 0;
  const at = limits.findIndex((limit) => x < (sum += limit));
  return at < 0 ? limits.length : at;
}

function bits(draw: Draw, chance: (bit: number) => number): number {
  let set = 0;
  for (let bit = 0; bit < 12; bit++) if (below(draw, 1000) < chance(bit)) set |= 1 << bit;
  return set;
}

function languagesOf(draw: Draw, group: number, local: number): number {
  let set = 0;
  if (permille(draw, group === 2 ? 550 : 820)) set |= 1;
  if (permille(draw, 920)) set |= 1 << local;
  if (permille(draw, 300)) set |= 1 << languageOf(draw);
  if (permille(draw, 80)) set |= 1 << languageOf(draw);
  return set || 1 << local;
}

function hoursOf(draw: Draw, offset: number): number {
  const start = [7, 8, 8, 8, 9, 9, 9, 9, 10, 10][below(draw, 10)]!;
  const length = 8 + below(draw, 3);
  let set = 0;
  for (let hour = start; hour < start + length; hour++) set |= 1 << ((hour - offset + 24) % 24);
  return set;
}

function skillsOf(draw: Draw, isMentor: boolean, department: number, group: number): [number[], number[]] {
  const ofDepartment = (own: number) => own * 10 + skillOf(draw);
  const wide = () => (wideSkillOf(draw) * 6) % 240;
  if (isMentor) {
    const count = 4 + below(draw, 7);
    return [
      [...new Set(Array.from({ length: count }, () => (permille(draw, 600) ? ofDepartment(department) : wide())))],
      [],
    ];
  }
  const count = 3 + below(draw, 4);
  const drawn = departmentOf(draw);
  const target = group === 1 ? 23 - drawn : drawn;
  const sought: [number[], number[]] = [[], []];
  for (let k = 0; k < count; k++) {
    const x = below(draw, 1000);
    const skill = x < 500 ? ofDepartment(department) : x < 800 ? ofDepartment(target) : wide();
    if (!sought[0].includes(skill) && !sought[1].includes(skill)) sought[k < 2 ? 0 : 1].push(skill);
  }
  return sought;
}

function personOf(draw: Draw, isMentor: boolean, sites: number, multi: boolean): Person {
  const isActive = !permille(draw, 20);
  const group = isMentor ? band(below(draw, 1000), 820, 120) : band(below(draw, 1000), 700, 180);
  const siteDraw = harmonic(sites, 3)(draw);
  const site = group === 2 ? sites - 1 - siteDraw : siteDraw;
  const languages = languagesOf(draw, group, localLanguages[site % 8]!);
  const hours = hoursOf(draw, offsets[site % 8]!);
  const form = (['site', 'remote', 'either'] as const)[band(below(draw, 1000), isMentor ? 40 : 80, 250)]!;
  const department = departmentOf(draw);
  const seniority = isMentor ? 4 + below(draw, 4) + below(draw, 4) : 1 + below(draw, 3) + below(draw, 4);
  const own = bits(draw, (bit) => prevalence[bit]!);
  const flags = own | (group === 1 ? 1 << 2 : group === 2 ? 1 << 4 : 0);
  const preference = bits(draw, (bit) => ((flags >> bit) & 1 ? (isMentor ? 400 : 300) : isMentor ? 60 : 0));
  const x = below(draw, 1000);
  const units = isMentor ? 1 + band(x, 550, 250, 140, 40) : multi ? 1 + band(x, 900, 90) : 1;
  const [primary, secondary] = skillsOf(draw, isMentor, department, group);
  const interests = [...new Set(Array.from({ length: 2 + below(draw, 6) }, () => interestOf(draw)))];
  const departmentWish = (['none', 'other', 'same'] as const)[band(below(draw, 1000), 200, 500)]!;
  const work = { isActive, site, languages, hours, form, department, seniority, units };
  return { ...work, group, flags, preference, primary, secondary, interests, departmentWish };
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest; rest &= rest - 1) count++;
  return count;
}

const common = (one: readonly number[], other: readonly number[]): number =>
  one.filter((x) => other.includes(x)).length;

function canMeet(one: Person, other: Person): boolean {
  if (one.form !== 'site' && other.form !== 'site') return true;
  return one.site === other.site && one.form !== 'remote' && other.form !== 'remote';
}

const canTalk = (one: Person, other: Person): number => (one.languages & other.languages ? 0 : out);

function meetingOf(mentee: Person, mentor: Person): number {
  if (!canMeet(mentee, mentor)) return out;
  const bothRemote = mentee.form === 'remote' && mentor.form === 'remote';
  return 4 * (mentee.site === mentor.site ? 100 : bothRemote ? 80 : 50);
}

function hoursInCommon(mentee: Person, mentor: Person): number {
  const common = countBits(mentee.hours & mentor.hours);
  return common < 2 ? out : 8 * Math.min(100, 20 * (common - 1));
}

function placeOf(mentee: Person, mentor: Person): number {
  const steps = mentor.seniority - mentee.seniority;
  const same = mentee.department === mentor.department;
  const department = { none: 70, other: same ? 20 : 100, same: same ? 100 : 30 }[mentee.departmentWish];
  return 12 * (steps < 0 ? 0 : (seniorityScores[steps] ?? 10)) + 8 * department;
}

function livedOf(mentee: Person, mentor: Person, [shared, supported]: readonly [number, number]): number {
  const wished = countBits(mentee.preference);
  const mp = wished ? Math.floor((100 * shared) / wished) : 60;
  const rp = mentor.preference ? (supported ? 100 : 20) : 60;
  return 16 * Math.floor((2 * mp + rp) / 3);
}

const soughtBy = ({ primary, secondary }: Person): number => 2 * primary.length + secondary.length;
const careerOf = (mentee: Person, met: number): number => 34 * Math.floor((100 * met) / soughtBy(mentee));
const interestsOf = (common: number): number => 12 * Math.min(100, 34 * common);

/** Pair by pair, as the definition says it: what the tables of the pool are held against. */
export function scoreOf(mentee: Person, mentor: Person, isPicked: boolean): number {
  const met = 2 * common(mentee.primary, mentor.primary) + common(mentee.secondary, mentor.primary);
  const shared = countBits(mentee.preference & mentor.flags);
  const supported = countBits(mentor.preference & mentee.flags);
  const parts = [hoursInCommon(mentee, mentor), canTalk(mentee, mentor), meetingOf(mentee, mentor)];
  if (!mentee.isActive || !mentor.isActive || parts.includes(out)) return -1;
  const rest = [careerOf(mentee, met), livedOf(mentee, mentor, [shared, supported]), placeOf(mentee, mentor)];
  const all = [...parts, ...rest, interestsOf(common(mentee.interests, mentor.interests)), isPicked ? 600 : 0];
  return all.reduce((sum, points) => sum + points, 0);
}

const bitsOf = (set: number): number[] => Array.from({ length: 12 }, (_, bit) => bit).filter((bit) => (set >> bit) & 1);
const unitsOf = (all: readonly Person[]): Int32Array =>
  Int32Array.from(all, (person) => (person.isActive ? person.units : 0));

/** With this chance, one to `most` of n persons. */
function several(draw: Draw, chance: number, most: number, n: number): number[] {
  return permille(draw, chance) ? Array.from({ length: 1 + below(draw, most) }, () => below(draw, n)) : [];
}

export interface Programme {
  readonly pool: Pool;
  readonly mentees: readonly Person[];
  readonly mentors: readonly Person[];
}

/** The people of one instance, and their scores as a pool of the engine. */
export function programmeOf({ seed = 20240601, mentees: m, mentors: r, multi = false }: WorkloadSize): Programme {
  const sites = Math.min(60, Math.max(4, Math.floor(Math.sqrt(m + r))));
  const people = (count: number, stream: number) =>
    Array.from({ length: count }, (_, k) => personOf(drawsOf(seed, stream, k), stream === 2, sites, multi));
  const mentees = people(m, 1);
  const mentors = people(r, 2);
  const base = { wants: unitsOf(mentees), waited: new Uint8Array(m), capacity: unitsOf(mentors) };
  const pool = { ...base, ...partsOf(mentees, mentors), special: specialPairs(specialOf(mentees, mentors, seed)) };
  return { pool, mentees, mentors };
}

function partsOf(mentees: readonly Person[], mentors: readonly Person[]): Pick<Pool, 'cells' | 'overlaps'> {
  const hours = (one: Person): number => one.hours;
  const languages = (one: Person): number => one.languages;
  const place = (one: Person): string => `${one.site} ${one.form}`;
  const step = (one: Person): string => `${one.seniority} ${one.department} ${one.departmentWish}`;
  return {
    cells: [
      cellPart(mentees, mentors, { menteeKey: hours, mentorKey: hours, points: hoursInCommon }),
      cellPart(mentees, mentors, { menteeKey: languages, mentorKey: languages, points: canTalk }),
      cellPart(mentees, mentors, { menteeKey: place, mentorKey: place, points: meetingOf }),
      cellPart(mentees, mentors, {
        ...{ menteeKey: step, mentorKey: (one) => `${one.seniority} ${one.department}`, points: placeOf },
      }),
    ],
    overlaps: [
      overlapPart(mentees, mentors, {
        ...{ menteeKey: soughtBy, mentorKey: () => 0, held: (one) => one.primary },
        sought: (one) => [
          ...one.primary.map((skill) => [skill, 2] as const),
          ...one.secondary.map((skill) => [skill, 1] as const),
        ],
        points: (one, _, sum) => careerOf(one, Math.min(sum, soughtBy(one))),
      }),
      overlapPart(mentees, mentors, {
        ...{ menteeKey: () => 0, mentorKey: () => 0, held: (one) => one.interests },
        sought: (one) => one.interests.map((interest) => [interest, 1] as const),
        points: (_, __, sum) => interestsOf(sum),
      }),
      overlapPart(mentees, mentors, {
        ...{ menteeKey: (one) => countBits(one.preference), mentorKey: (one) => Number(one.preference > 0) },
        held: (one) => [...bitsOf(one.flags), ...bitsOf(one.preference).map((bit) => 12 + bit)],
        sought: (one) => [
          ...bitsOf(one.preference).map((bit) => [bit, 16] as const),
          ...bitsOf(one.flags).map((bit) => [12 + bit, 1] as const),
        ],
        points: (one, other, sum) => livedOf(one, other, [Math.min(sum >> 4, countBits(one.preference)), sum & 15]),
      }),
    ],
  };
}

/** Wishes by name, conflicts, reporting lines: per mentee the mentors, with the score or -1. */
function specialOf(mentees: readonly Person[], mentors: readonly Person[], seed: number): Map<number, number>[] {
  const [m, r] = [mentees.length, mentors.length];
  const lists = mentees.map((): Map<number, number> => new Map());
  for (const [i, list] of lists.entries()) {
    const draw = drawsOf(seed, 3, i);
    for (const j of several(draw, 100, 3, r)) list.set(j, scoreOf(mentees[i]!, mentors[j]!, true));
    for (const j of several(draw, 30, 2, r)) list.set(j, -1);
  }
  for (let j = 0; j < r; j++) for (const i of several(drawsOf(seed, 4, j), 30, 2, m)) lists[i]!.set(j, -1);
  const order = [...mentees, ...mentors].map((_, id) => id);
  const shuffled = order.map((id) => mix((mix(seed) + id) >>> 0));
  const seniority = (id: number): number => (mentees[id] ?? mentors[id - m]!).seniority;
  order.sort((a, b) => seniority(b) - seniority(a) || shuffled[a]! - shuffled[b]! || a - b);
  const apart = (one: number, other: number): void => {
    const [i, j] = one < other ? [one, other] : [other, one];
    if (i < m && j >= m) lists[i]!.set(j - m, -1);
  };
  for (let at = 1; at < order.length; at++) {
    const above = Math.floor((at - 1) / 8);
    for (let sibling = 8 * above + 1; sibling < at; sibling++) apart(order[at]!, order[sibling]!);
    for (let up = above; ; up = Math.floor((up - 1) / 8)) {
      apart(order[at]!, order[up]!);
      if (up === 0) break;
    }
  }
  return lists;
}

/** Builds people, feasible pairs and scores of one instance, in the order of the mentees. */
export function workload(size: WorkloadSize): GraphInput {
  const { pool } = programmeOf(size);
  const job = { prices: null, isScored: true, floor: 0, most: size.best ?? size.mentors };
  const { wants, capacity } = pool;
  return { wants, capacity, ...scan(pool, { from: 0, to: size.mentees }, job) };
}
