/**
 * The hard rules: who cannot be a pair, each rule a predicate with a name of its own. A rule that needs an answer which
 * was left out does not stand in the way, except for languages, without which nobody can talk.
 */
import type { EngineMentee, EngineMentor, PairIds, RuleId, ToldRule } from './model.ts';
import { ruleIds } from './model.ts';

/** Levels of the reporting line, up and down, within which two people are no pair. */
export const reportingLevels = 2;

/** A set of pairs, by mentee and then mentor. */
export type PairSet = ReadonlyMap<string, ReadonlySet<string>>;

export function pairSetOf(pairs: readonly PairIds[]): PairSet {
  const set = new Map<string, Set<string>>();
  for (const { mentee, mentor } of pairs) {
    const mentors = set.get(mentee);
    if (mentors) mentors.add(mentor);
    else set.set(mentee, new Set([mentor]));
  }
  return set;
}

export function hasPair(set: PairSet, mentee: string, mentor: string): boolean {
  return set.get(mentee)?.has(mentor) ?? false;
}

const nobodyRefused: PairSet = new Map();

type Rule = (mentee: EngineMentee, mentor: EngineMentor, refused: PairSet) => boolean;

/** Each says: these two are out. */
const rules: Readonly<Record<RuleId, Rule>> = {
  self: (mentee, mentor) => mentee.id === mentor.id,
  capacity: (_, mentor) => mentor.capacity < 1,
  'reporting-line': (mentee, mentor) => reportsTo(mentee, mentor.id) || reportsTo(mentor, mentee.id),
  language: shareNoLanguage,
  meeting: cannotMeet,
  'paired-before': (mentee, mentor) =>
    mentee.pairedBefore.includes(mentor.id) || mentor.pairedBefore.includes(mentee.id),
  refused: (mentee, mentor, refused) => hasPair(refused, mentee.id, mentor.id),
  excluded: (mentee, mentor) => mentee.excluded.includes(mentor.id) || mentor.excluded.includes(mentee.id),
};

const orderedRules = ruleIds.map((id) => ({ id, isOut: rules[id] }));

/** The first rule that keeps the two apart, or null when they may be a pair. */
export function whyNot(mentee: EngineMentee, mentor: EngineMentor, refused: PairSet = nobodyRefused): RuleId | null {
  for (const rule of orderedRules) if (rule.isOut(mentee, mentor, refused)) return rule.id;
  return null;
}

/** As `whyNot`, for a pair that a coordinator fixed: that the two were paired before is then no obstacle. */
export function whyNotLocked(mentee: EngineMentee, mentor: EngineMentor, refused: PairSet): RuleId | null {
  for (const rule of orderedRules) {
    if (rule.id !== 'paired-before' && rule.isOut(mentee, mentor, refused)) return rule.id;
  }
  return null;
}

/** The rule as it may be told: a private "rather not" and a refusal are one answer. */
export function toldRule(rule: RuleId): ToldRule {
  return rule === 'refused' || rule === 'excluded' ? 'private-wishes' : rule;
}

function reportsTo(person: { readonly managerChain: readonly string[] }, manager: string): boolean {
  const level = person.managerChain.indexOf(manager);
  return level >= 0 && level < reportingLevels;
}

export function shareNoLanguage(mentee: EngineMentee, mentor: EngineMentor): boolean {
  return !mentee.languages.some((language) => mentor.languages.includes(language));
}

export function cannotMeet(mentee: EngineMentee, mentor: EngineMentor): boolean {
  if (mentee.meeting !== 'site' && mentor.meeting !== 'site') return false;
  if (mentee.meeting === 'remote' || mentor.meeting === 'remote') return true;
  return mentee.site !== undefined && mentor.site !== undefined && mentee.site !== mentor.site;
}
