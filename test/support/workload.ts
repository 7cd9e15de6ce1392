/**
 * The synthetic programme on which the matching is measured: the same people and scores in whole numbers in any language,
 * so that the reference optima of exact solvers hold here too.
 */
import type { GraphInput } from '../../src/features/matching/engine/graph.ts';

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

interface Person {
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

interface Position {
  readonly manager: number;
  readonly enters: number;
  readonly leaves: number;
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
  return { ...work, flags, preference, primary, secondary, interests, departmentWish };
}

function positionsOf(people: readonly Person[], seed: number): Position[] {
  const shuffled = people.map((_, id) => mix((mix(seed) + id) >>> 0));
  const order = people
    .map((_, id) => id)
    .toSorted((a, b) => people[b]!.seniority - people[a]!.seniority || shuffled[a]! - shuffled[b]! || a - b);
  const positions: Position[] = [];
  let clock = 0;
  const visit = (position: number): void => {
    if (position >= order.length) return;
    const enters = clock++;
    for (let child = 8 * position + 1; child <= 8 * position + 8; child++) visit(child);
    const manager = position === 0 ? -1 : order[Math.floor((position - 1) / 8)]!;
    positions[order[position]!] = { manager, enters, leaves: clock++ };
  };
  visit(0);
  return positions;
}

const isAbove = (one: Position, other: Position): boolean => one.enters < other.enters && other.leaves < one.leaves;

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

function scoreOf(mentee: Person, mentor: Person, isPicked: boolean): number {
  const sought = 2 * mentee.primary.length + mentee.secondary.length;
  const met = 2 * common(mentee.primary, mentor.primary) + common(mentee.secondary, mentor.primary);
  const wished = countBits(mentee.preference);
  const mp = wished ? Math.floor((100 * countBits(mentee.preference & mentor.flags)) / wished) : 60;
  const rp = mentor.preference ? (mentor.preference & mentee.flags ? 100 : 20) : 60;
  const steps = mentor.seniority - mentee.seniority;
  const sameDepartment = mentee.department === mentor.department;
  const department = { none: 70, other: sameDepartment ? 20 : 100, same: sameDepartment ? 100 : 30 }[
    mentee.departmentWish
  ];
  const bothRemote = mentee.form === 'remote' && mentor.form === 'remote';
  return (
    34 * Math.floor((100 * met) / sought) +
    12 * Math.min(100, 34 * common(mentee.interests, mentor.interests)) +
    16 * Math.floor((2 * mp + rp) / 3) +
    12 * (steps < 0 ? 0 : (seniorityScores[steps] ?? 10)) +
    8 * department +
    8 * Math.min(100, 20 * (countBits(mentee.hours & mentor.hours) - 1)) +
    4 * (mentee.site === mentor.site ? 100 : bothRemote ? 80 : 50) +
    (isPicked ? 600 : 0)
  );
}

/** With this chance, one to `most` of n persons. */
function several(draw: Draw, chance: number, most: number, n: number): number[] {
  return permille(draw, chance) ? Array.from({ length: 1 + below(draw, most) }, () => below(draw, n)) : [];
}

const unitsOf = (all: readonly Person[]) => all.map((person) => (person.isActive ? person.units : 0));

/** Builds people, feasible pairs and scores of one instance. */
export function workload({ seed = 20240601, mentees, mentors, multi = false, best }: WorkloadSize): GraphInput {
  const sites = Math.min(60, Math.max(4, Math.floor(Math.sqrt(mentees + mentors))));
  const people = (count: number, stream: number) =>
    Array.from({ length: count }, (_, k) => personOf(drawsOf(seed, stream, k), stream === 2, sites, multi));
  const seekers = people(mentees, 1);
  const guides = people(mentors, 2);
  const positions = positionsOf([...seekers, ...guides], seed);
  const mentorConflicts = guides.map((_, j) => several(drawsOf(seed, 4, j), 30, 2, mentees));
  const edges = { mentee: [] as number[], mentor: [] as number[], score: [] as number[] };

  for (const [i, mentee] of seekers.entries()) {
    const draw = drawsOf(seed, 3, i);
    const picks = several(draw, 100, 3, mentors);
    const conflicts = several(draw, 30, 2, mentors);
    const at = positions[i]!;
    const fits = (mentor: Person, j: number): boolean => {
      const other = positions[mentees + j]!;
      if (!mentee.isActive || !mentor.isActive || !(mentee.languages & mentor.languages)) return false;
      if (countBits(mentee.hours & mentor.hours) < 2 || !canMeet(mentee, mentor)) return false;
      if (isAbove(at, other) || isAbove(other, at) || at.manager === other.manager) return false;
      return !conflicts.includes(j) && !mentorConflicts[j]!.includes(i);
    };
    const row = guides.flatMap((mentor, j) =>
      fits(mentor, j) ? [{ j, score: scoreOf(mentee, mentor, picks.includes(j)) }] : [],
    );
    for (const { j, score } of row.toSorted((a, b) => b.score - a.score || a.j - b.j).slice(0, best)) {
      edges.mentee.push(i);
      edges.mentor.push(j);
      edges.score.push(score);
    }
  }
  return { wants: unitsOf(seekers), capacity: unitsOf(guides), ...edges };
}
