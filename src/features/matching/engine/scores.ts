/**
 * The parts of a score, 0 to 100 each, and the weighted sum, 0 to 10,000. Only what people answered about the programme
 * goes in; no sensitive attribute does. Values, goals and a say in the own match weigh most (Eby et al. 2013; Hernandez
 * et al. 2017; Allen, Eby & Lentz 2006).
 */
import type { EngineMentee, EngineMentor, EnginePerson, PartId, TopicLevel, TopicWish, Weights } from './model.ts';
import { partIds } from './model.ts';

/** What a part scores when an answer is missing: about what two people picked at random reach. */
export const neutralScore = 50;

export const defaultWeights: Weights = {
  topics: 30,
  values: 18,
  ambitions: 16,
  picks: 10,
  interests: 8,
  seniority: 8,
  department: 5,
  meeting: 5,
};

interface Part {
  /** 0 to 100, whole; null when nothing can be said. */
  readonly score: (mentee: EngineMentee, mentor: EngineMentor) => number | null;
  /** What may be told about it. */
  readonly facts: (mentee: EngineMentee, mentor: EngineMentor) => readonly string[];
}

export const parts: Readonly<Record<PartId, Part>> = {
  /** The share of what is sought that is offered; `much` counts twice. Facts: the topics. */
  topics: {
    score: topicFit,
    facts: (mentee, mentor) =>
      mentee.topics.filter(({ topic }) => offerOf(mentor.offers, topic)).map(({ topic }) => topic),
  },
  /** Half of the shorter list in common is full marks. Facts: the values. */
  values: {
    score: (mentee, mentor) => {
      const shorter = Math.min(mentee.values.length, mentor.values.length);
      return shorter === 0 ? null : valuesScore(countCommon(mentee.values, mentor.values), shorter);
    },
    facts: (mentee, mentor) => commonOf(mentee.values, mentor.values),
  },
  /** The share of the mentee's ambitions to which the mentor knows the way. Facts: the ambitions. */
  ambitions: {
    score: (mentee, mentor) =>
      mentee.ambitions.length === 0 || mentor.ambitions.length === 0
        ? null
        : shareScore(countCommon(mentee.ambitions, mentor.ambitions), mentee.ambitions.length),
    facts: (mentee, mentor) => commonOf(mentee.ambitions, mentor.ambitions),
  },
  /** Who asked for whom by name. Facts: `mentee-asked`, `mentor-asked`. */
  picks: {
    score: (mentee, mentor) => meanOf(pickFit(mentee, mentor), pickFit(mentor, mentee)),
    facts: (mentee, mentor) => [
      ...(mentee.picks.includes(mentor.id) ? ['mentee-asked'] : []),
      ...(mentor.picks.includes(mentee.id) ? ['mentor-asked'] : []),
    ],
  },
  /** Three interests in common are full marks. Facts: the interests. */
  interests: {
    score: (mentee, mentor) =>
      mentee.interests.length === 0 || mentor.interests.length === 0
        ? null
        : interestsScore(countCommon(mentee.interests, mentor.interests)),
    facts: (mentee, mentor) => commonOf(mentee.interests, mentor.interests),
  },
  /** Two or three steps ahead is best. Facts: the number of steps. */
  seniority: {
    score: (mentee, mentor) => {
      const steps = stepsBetween(mentee, mentor);
      return steps === null ? null : stepScore(steps);
    },
    facts: (mentee, mentor) => {
      const steps = stepsBetween(mentee, mentor);
      return steps === null ? [] : [String(steps)];
    },
  },
  /** Whether the wish for the own or another department is met. Facts: `same-department` or `other-department`. */
  department: {
    score: (mentee, mentor) => meanOf(departmentFit(mentee, mentor), departmentFit(mentor, mentee)),
    facts: (mentee, mentor) =>
      mentee.department === undefined || mentor.department === undefined
        ? []
        : [mentee.department === mentor.department ? 'same-department' : 'other-department'],
  },
  /** How easily the two meet. Facts: `same-site`, `both-remote`. */
  meeting: {
    score: (mentee, mentor) => {
      if (bothRemote(mentee, mentor)) return 80;
      if (mentee.site === undefined || mentor.site === undefined) return null;
      return mentee.site === mentor.site ? 100 : 50;
    },
    facts: (mentee, mentor) => {
      if (bothRemote(mentee, mentor)) return ['both-remote'];
      return mentee.site !== undefined && mentee.site === mentor.site ? ['same-site'] : [];
    },
  },
};

export const valuesScore = (common: number, shorter: number): number =>
  Math.min(100, Math.floor((200 * common) / shorter));
export const shareScore = (common: number, sought: number): number => Math.floor((100 * common) / sought);
export const interestsScore = (common: number): number => Math.min(100, 34 * common);

export function partScore(part: PartId, mentee: EngineMentee, mentor: EngineMentor): number {
  return parts[part].score(mentee, mentor) ?? neutralScore;
}

/** What `picks` scores when neither asked for the other. */
export function unpickedScore(mentee: EnginePerson, mentor: EnginePerson): number {
  return meanOf(mentee.picks.length > 0 ? 0 : null, mentor.picks.length > 0 ? 0 : null) ?? neutralScore;
}

const orderedParts = partIds.map((id) => parts[id]);

/** The weights in the order of `partIds`, ready for many pairs. */
export function weightList(weights: Weights): readonly number[] {
  return partIds.map((id) => weights[id]);
}

/** 0 to 10,000, whole: the sum of weight x sub-score. The weights are whole and add up to 100. */
export function scorePair(mentee: EngineMentee, mentor: EngineMentor, weights: readonly number[]): number {
  let score = 0;
  for (let k = 0; k < orderedParts.length; k++) {
    const weight = weights[k]!;
    if (weight > 0) score += weight * (orderedParts[k]!.score(mentee, mentor) ?? neutralScore);
  }
  return score;
}

/** The same proportions in whole numbers that add up to 100 (largest remainder); all zero means the default. */
export function normaliseWeights(wished: Partial<Weights> = {}): Weights {
  const raw = partIds.map((id) => Math.max(0, wished[id] ?? defaultWeights[id]));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && Number.isFinite(total))) return defaultWeights;
  const exact = raw.map((weight) => (weight * 100) / total);
  const remainders = exact.map((weight) => weight - Math.floor(weight));
  const missing = 100 - exact.reduce((sum, weight) => sum + Math.floor(weight), 0);
  const first = partIds.map((_, k) => k).toSorted((a, b) => remainders[b]! - remainders[a]! || a - b);
  const raised = new Set(first.slice(0, missing));
  const weights: Record<PartId, number> = { ...defaultWeights };
  for (const [k, id] of partIds.entries()) weights[id] = Math.floor(exact[k]!) + Number(raised.has(k));
  return weights;
}

export function commonOf(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.filter((item, at) => other.includes(item) && one.indexOf(item) === at);
}

function countCommon(one: readonly string[], other: readonly string[]): number {
  let common = 0;
  for (let k = 0; k < one.length; k++) if (other.includes(one[k]!)) common++;
  return common;
}

function offerOf(offers: readonly TopicWish[], topic: string): TopicWish | null {
  for (let k = 0; k < offers.length; k++) if (offers[k]!.topic === topic) return offers[k]!;
  return null;
}

function topicFit(mentee: EngineMentee, mentor: EngineMentor): number | null {
  if (mentee.topics.length === 0 || mentor.offers.length === 0) return null;
  let met = 0;
  for (const sought of mentee.topics) {
    const offer = offerOf(mentor.offers, sought.topic);
    if (offer) met += topicMet(sought.level, offer.level);
  }
  return Math.floor(met / topicsTotal(mentee.topics));
}

/** Topics sought count once, or twice when much is sought. */
export function topicsTotal(topics: readonly TopicWish[]): number {
  return topics.reduce((total, { level }) => total + (level === 'much' ? 2 : 1), 0);
}

/** Percent of one topic sought that an offer meets, times what the topic counts. */
export function topicMet(sought: TopicLevel, offered: TopicLevel): number {
  if (sought === 'some') return 100;
  return offered === 'some' ? 120 : 200;
}

function pickFit(chooser: EnginePerson, other: EnginePerson): number | null {
  if (chooser.picks.length === 0) return null;
  return chooser.picks.includes(other.id) ? 100 : 0;
}

function departmentFit(wishing: EnginePerson, other: EnginePerson): number | null {
  const wish = wishing.departmentWish ?? 'any';
  if (wish === 'any' || wishing.department === undefined || other.department === undefined) return null;
  return (wishing.department === other.department) === (wish === 'same') ? 100 : 20;
}

function stepsBetween(mentee: EngineMentee, mentor: EngineMentor): number | null {
  return mentee.seniority === undefined || mentor.seniority === undefined ? null : mentor.seniority - mentee.seniority;
}

function stepScore(steps: number): number {
  if (steps < 0) return 0;
  return [20, 60, 100, 100, 80, 50, 30][Math.floor(steps)] ?? 10;
}

function bothRemote(mentee: EngineMentee, mentor: EngineMentor): boolean {
  return mentee.meeting === 'remote' && mentor.meeting === 'remote';
}

function meanOf(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.floor((one + other) / 2);
}
