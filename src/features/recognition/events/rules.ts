/** Decisions about the event itself: what can be set up, which part of its time it is in, until when things can be done, what is told of numbers. */
import { day, daysAfter, endOfDay, localDate, minute } from '../../../platform/clock.ts';
import type { FieldProblem } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import { bandOf } from '../../release/rules.ts';
import { leastJurors } from './judging/model.ts';
import { catalogue } from './model.ts';
import type { EventDraft, EventFacts, Fairness, HonourEvent, Phase, ShownCriterion, SideCounts } from './model.ts';

/** Nobody plans further ahead. */
const furthestDays = 400;
/** Both of a pair have so long to answer, after the last day for nominations; then the jury has so long at least. */
export const answerDays = 5;
export const juryDays = 3;
/** After the event; then words and judgements are needed for nothing. */
export const namesDays = 30;
/** Whoever is not honoured this time hears it after those who are. */
export const laterDays = 1;
/** Tandem shows no address of another service as its own. */
const teamsHosts = /^(teams\.microsoft\.com|teams\.live\.com|teams\.cloud\.microsoft)$/;

type Times = Pick<HonourEvent, 'start' | 'minutes' | 'closesOn' | 'zone'>;

export const endOf = ({ start, minutes }: Pick<Times, 'start' | 'minutes'>): number => start + minutes * minute;
export const closesAt = ({ closesOn, zone }: Pick<Times, 'closesOn' | 'zone'>): number => endOfDay(closesOn, zone);
/** From then on no yes counts any more that was not there, and the jury reads. */
export const juryAt = (one: Pick<Times, 'closesOn' | 'zone'>): number => daysAfter(closesAt(one), answerDays, one.zone);
export const namesUntil = (one: Pick<Times, 'start' | 'minutes'>): number => endOf(one) + namesDays * day;

export function phaseOf(one: Times & Pick<HonourEvent, 'state'>, now: number): Phase {
  if (one.state === 'draft' || one.state === 'cancelled') return one.state;
  if (one.state === 'decided') return now < endOf(one) ? 'decided' : 'held';
  if (now >= endOf(one)) return 'held';
  if (now < closesAt(one)) return 'nominating';
  return now < juryAt(one) ? 'answering' : 'judging';
}

const problem = (isWrong: boolean, field: string, reason: string): FieldProblem[] =>
  isWrong ? [{ field, reason }] : [];

/** `before`: the event as it was, where it is changed. */
export function problemsOfEvent(one: EventDraft, zone: string, now: number, before?: HonourEvent): FieldProblem[] {
  const isPast = one.start <= now;
  const isFar = one.start > now + furthestDays * day;
  const isOpen = before !== undefined && before.state !== 'draft';
  const all = criteriaOf(one);
  return [
    ...problem(isPast, 'start', 'event-past'),
    ...problem(isFar, 'start', 'event-far'),
    ...(isPast || isFar ? [] : problemsOfLastDay(one, zone, now, before)),
    ...problem(one.place === '' && !one.online, 'place', 'event-nowhere'),
    ...problem(one.online && one.link !== '' && !isTeamsLink(one.link), 'link', 'event-link'),
    ...problem(all.length === 0, 'criteria', 'event-no-criteria'),
    ...problem(one.mentors + one.mentees === 0, 'mentors', 'event-nobody'),
    ...problem(new Set(one.jurors).size < leastJurors, 'jurors', 'event-jury-two'),
    ...(isOpen && before ? problemsOnceOpen(one, before) : []),
  ];
}

/** Nominations were made by them. */
function problemsOnceOpen(one: EventDraft, before: HonourEvent): FieldProblem[] {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');
  const kept = same(one.criteria, before.criteria) && same(one.ownCriteria, before.ownCriteria);
  return problem(!kept || one.language !== before.language, 'criteria', 'event-criteria-open');
}

function problemsOfLastDay(one: EventDraft, zone: string, now: number, before?: HonourEvent): FieldProblem[] {
  const { closesOn, start } = one;
  const isLate = juryAt({ closesOn, zone }) + juryDays * day > start;
  if (before && before.state !== 'draft' && closesOn === before.closesOn)
    // It may be over: the event alone moves.
    return problem(isLate && now < juryAt({ closesOn, zone }), 'closesOn', 'event-closes-late');
  if (before && before.state !== 'draft' && now >= closesAt(before))
    return problem(true, 'closesOn', 'event-closed-already');
  if (closesOn < localDate(now, zone)) return problem(true, 'closesOn', 'event-closes-past');
  return problem(isLate, 'closesOn', 'event-closes-late');
}

function isTeamsLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, port } = new URL(text);
  return protocol === 'https:' && teamsHosts.test(hostname) && username === '' && port === '';
}

/** In the order of the catalogue, the own ones after it. */
export function criteriaOf({ criteria, ownCriteria }: Pick<EventDraft, 'criteria' | 'ownCriteria'>): ShownCriterion[] {
  return [
    ...catalogue.filter((one) => criteria.includes(one)).map((id) => ({ id })),
    ...ownCriteria.map((text, at) => ({ id: `own-${at + 1}`, text })),
  ];
}

export function isCriterionOf(one: Pick<EventDraft, 'criteria' | 'ownCriteria'>, id: string): boolean {
  return criteriaOf(one).some((other) => other.id === id);
}

export function factsOf(one: HonourEvent, programmeName: string, now: number): EventFacts {
  const { id, programmeId, title, language, start, minutes, zone, place, online } = one;
  return {
    ...{ id, programmeId, title, language, start, minutes, zone, place, online, programmeName },
    ...{ phase: phaseOf(one, now), closesAt: closesAt(one), juryAt: juryAt(one), end: endOf(one) },
    criteria: criteriaOf(one),
  };
}

/** A meeting that was there already, or the one of the entry. */
export function joinUrlOf({ online, link, entry }: HonourEvent): string | undefined {
  if (!online) return undefined;
  return link === '' ? entry?.joinUrl : link;
}

/** What an entry in the calendar is to hold: the time, and who comes. */
export function entryHolds(
  one: Pick<HonourEvent, 'start' | 'minutes' | 'place' | 'link'>,
  who: readonly string[],
): string {
  return idOf(String(one.start), String(one.minutes), one.place, one.link, ...who.toSorted());
}

/** Those who were asked are told when it matters to them: when, where, how long. */
export function isNews(before: EventDraft, after: EventDraft): boolean {
  return (['start', 'minutes', 'place', 'online', 'link'] as const).some((field) => before[field] !== after[field]);
}

export function fairnessOf({ nominated, honoured }: { nominated: SideCounts; honoured: SideCounts }): Fairness {
  const told = ({ mentors, mentees }: SideCounts) => ({ mentors: bandOf(mentors), mentees: bandOf(mentees) });
  return { nominated: told(nominated), honoured: told(honoured) };
}

export const laterDaysIn = (at: number): number => at + laterDays * day;
