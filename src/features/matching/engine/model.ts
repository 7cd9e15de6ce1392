/**
 * The nouns of the matching computation: what it is told about people, what it answers. Plain data, safe in the browser
 * and in JSON. The engine promises the same proposal for the same problem, whatever the order of the lists.
 *
 * What others use of the engine, and what stays as it is:
 * - `propose(problem)`, `checkProposal(problem, proposal)` (`propose.ts`): a proposal with reasons, alternatives and proof,
 *   and its checker, in this thread; `proposing`, `checking`: the same as work for `answerWith` (`drive.ts`), which takes
 *   several threads, tells how far it is and can be called off;
 * - `assign(graph, floor, start)` (`assignment.ts`) on a graph (`graphOf`): the matching alone, from nothing or from one
 *   before, with prices; `checkCertificate` (`certificate.ts`) checks it without the solver;
 * - `proposeCircles(problem, size)` (`circles.ts`): mentors with groups instead of pairs, with a bound;
 * - `fairnessOf(people)` (`fairness.ts`), `meetRates(graph, group, tolerance, floor)` (`parity.ts`): figures by one cut,
 *   and equal chances at their price; `equalChances` (`equal-chances.ts`) for a problem, `chancesOf` (`chances.ts`) for one by one;
 * - `whyNot` (`rules.ts`), `scorePair`, `normaliseWeights` (`scores.ts`), `explainPair` (`explanations.ts`): one pair.
 */

export type TopicLevel = 'some' | 'much';

export interface TopicWish {
  readonly topic: string;
  readonly level: TopicLevel;
}

/** `site`: in person only; `remote`: from a distance only. */
export type MeetingForm = 'site' | 'remote' | 'either';
export type DepartmentWish = 'same' | 'other' | 'any';

/** What mentee and mentor have in common. What is left out (absent, or an empty list) scores neutrally, never as a malus. */
export interface EnginePerson {
  readonly id: string;
  /** Mentee: where to. Mentor: what he or she knows the way to. */
  readonly ambitions: readonly string[];
  readonly interests: readonly string[];
  readonly values: readonly string[];
  /** Needed: whoever names no language fits nobody. */
  readonly languages: readonly string[];
  readonly site?: string;
  readonly meeting?: MeetingForm;
  readonly department?: string;
  readonly departmentWish?: DepartmentWish;
  /** Steps of the organisation's own scale, whole; higher is more senior. */
  readonly seniority?: number;
  /** Ids upward, nearest first. */
  readonly managerChain: readonly string[];
  /** The private "rather not" list: person ids. Never told to anybody. */
  readonly excluded: readonly string[];
  /** Person ids of former partners. */
  readonly pairedBefore: readonly string[];
  /** Ids of the partners asked for by name. */
  readonly picks: readonly string[];
  /** Times that suit, in any words that both sides use (`tuesday-morning`); for circles, which meet all together. */
  readonly times?: readonly string[];
}

export interface EngineMentee extends EnginePerson {
  /** How many mentors at most: 1 to 3. */
  readonly wants: number;
  readonly topics: readonly TopicWish[];
  /** Was left out last round, so comes first in this one. */
  readonly waited?: boolean;
}

export interface EngineMentor extends EnginePerson {
  /** How many mentees at most; 0 while he or she takes nobody. */
  readonly capacity: number;
  readonly offers: readonly TopicWish[];
}

export interface PairIds {
  readonly mentee: string;
  readonly mentor: string;
}

/** The parts of a score, in the order in which they are told when they matter equally. */
export const partIds = [
  'topics',
  'values',
  'ambitions',
  'picks',
  'interests',
  'seniority',
  'department',
  'meeting',
] as const;
export type PartId = (typeof partIds)[number];
export type Weights = Readonly<Record<PartId, number>>;

/** Why two people cannot be a pair, in the order in which it is asked: what may be told comes before what is private. */
export const ruleIds = [
  'self',
  'capacity',
  'reporting-line',
  'language',
  'meeting',
  'paired-before',
  'refused',
  'excluded',
] as const;
export type RuleId = (typeof ruleIds)[number];
/** What may be said to people; `private-wishes` hides whether one, the other or nobody in particular said no. */
export type ToldRule = Exclude<RuleId, 'refused' | 'excluded'> | 'private-wishes';

/** `best`: the highest score that everybody who can be matched can be given; a number: this score; `off`: none. */
export type FloorWish = 'best' | 'off' | number;

export interface MatchProblem {
  readonly mentees: readonly EngineMentee[];
  readonly mentors: readonly EngineMentor[];
  /** Any numbers from 0 up: only their proportion counts. What is absent has its default. */
  readonly weights?: Partial<Weights>;
  /** Default `best`. Locked pairs are not held to it. */
  readonly floor?: FloorWish;
  /** Pairs sent back or declined. */
  readonly refused?: readonly PairIds[];
  /** Pairs that must be in the answer, unless a rule other than `paired-before` stands against it. */
  readonly locked?: readonly PairIds[];
  /** Pairs of the last proposal; each that stays is worth `keptBonus` points (default 150, a whole number). */
  readonly kept?: readonly PairIds[];
  readonly keptBonus?: number;
  /** Points on top of every pair of a mentee, whole, for equal chances (`equal-chances.ts`); in pools that are looked at whole. */
  readonly bonus?: Readonly<Record<string, number>>;
}

/** One part of a pair's score; `contribution` = `score` x `weight`, and the contributions add up to the pair's score. */
export interface PairPart {
  readonly part: PartId;
  /** 0 to 100. */
  readonly score: number;
  /** 0 to 100; the weights of all parts add up to 100. */
  readonly weight: number;
  readonly contribution: number;
  /** False when an answer is missing and the score is the neutral one. */
  readonly known: boolean;
  /** What stands behind it: what is in common, or a code (see `scores.ts`). */
  readonly facts: readonly string[];
}

export interface PairReasons {
  readonly score: number;
  readonly parts: readonly PairPart[];
  /** At most three parts that speak for the pair, the weightiest first. */
  readonly matters: readonly PairPart[];
  readonly languages: readonly string[];
}

export interface ProposedPair extends PairIds {
  readonly score: number;
  readonly locked: boolean;
  readonly kept: boolean;
  readonly reasons: PairReasons;
}

/** What the whole loses: counted in this order, so a mentee weighs more than any number of points. */
export interface SwitchCost {
  readonly mentees: number;
  /** Of those who waited. */
  readonly waited: number;
  readonly pairs: number;
  /** Score, and the bonus of kept pairs. Below 0, a gain, only with a loss above it, or for a pair below the floor. */
  readonly points: number;
}

/** Another mentor for this mentee, and what it costs everybody together when this pair is fixed and the rest is best again. */
export interface Alternative {
  readonly mentor: string;
  readonly score: number;
  readonly cost: SwitchCost;
  readonly belowFloor: boolean;
  /** False in large pools: what it costs at least, by the prices, without looking for the whole exchange. */
  readonly exact: boolean;
  /** The mentee who leaves this mentor in that best one; absent when the mentor has a free place for it. */
  readonly displaces?: string;
}

export type Help =
  /** One more place with any of these mentors lets one more mentee be matched. */
  | { readonly help: 'another-place'; readonly mentors: readonly string[] }
  /** Meeting on site or remotely, as it comes: so many mentors with a free place would then fit. */
  | { readonly help: 'meet-otherwise'; readonly mentors: number }
  /** A mentor more: who speaks one of these languages, at this site if meeting in person matters, best with these topics. */
  | {
      readonly help: 'new-mentor';
      readonly languages: readonly string[];
      readonly topics: readonly string[];
      readonly site?: string;
    };

export interface LeftOut {
  readonly mentee: string;
  /** `below-floor`: some fit, but score less than the floor that was set as a number. */
  readonly why: 'nobody-fits' | 'below-floor' | 'places-taken';
  /** Mentors whom no rule keeps apart from this mentee. */
  readonly compatible: number;
  /** How many mentors each rule took out; what is private is not counted here. */
  readonly rules: readonly { readonly rule: Exclude<ToldRule, 'private-wishes'>; readonly mentors: number }[];
  /** The group that shares the same full mentors: more mentees than places. Only with `places-taken`. */
  readonly scarcity?: { readonly mentees: number; readonly mentors: number; readonly places: number };
  readonly helps: readonly Help[];
}

export interface Objective {
  readonly mentees: number;
  /** Of those who waited. */
  readonly waited: number;
  /** What every pair but the locked ones scores at least; null when there is none. */
  readonly floor: number | null;
  readonly pairs: number;
  readonly score: number;
  readonly kept: number;
}

export type Prices = Readonly<Record<string, number>>;

/** Prices by which anybody can check that no other matching is better (`checkProposal` in `propose.ts`). */
export interface ProposalCertificate {
  readonly mentees: Prices;
  readonly mentors: Prices;
  readonly gap: number;
  /** Only with `floor: 'best'`: that nobody more can be matched, and not as many above the floor. */
  readonly floorProof: {
    readonly reach: { readonly mentees: Prices; readonly mentors: Prices };
    readonly above: { readonly mentees: Prices; readonly mentors: Prices };
  } | null;
}

export interface Proposal {
  readonly pairs: readonly ProposedPair[];
  /** Mentees without any mentor. */
  readonly leftOut: readonly LeftOut[];
  /** For each mentee, up to three, the cheapest first. */
  readonly alternatives: readonly { readonly mentee: string; readonly options: readonly Alternative[] }[];
  /** Locks that a rule, or the number of places (`wants`, `capacity`), did not allow. */
  readonly brokenLocks: readonly (PairIds & { readonly rule: ToldRule | 'wants' | 'unknown-person' })[];
  readonly objective: Objective;
  /** As used: whole numbers that add up to 100. */
  readonly weights: Weights;
  readonly certificate: ProposalCertificate;
}
