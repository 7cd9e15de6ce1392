/** Decisions about the jury: who is too near to judge, in which order each reads, what each may see of the others. No sum, no order of merit. */
import { bucketOf } from '../../../../platform/ids.ts';
import { criteriaOf } from '../rules.ts';
import type { EventDraft } from '../model.ts';
import type { Nomination } from '../nominating/model.ts';
import { leastJurors, shows, type Given, type Judgement, type JudgementDraft } from './model.ts';

/** Levels above and below somebody that count as their line of managers. */
export const lineLevels = 2;

/** Who works over or under whom, and who is with whom, by person. */
export interface Nearby {
  readonly partners: ReadonlyMap<string, ReadonlySet<string>>;
  /** Managers above each, so many levels. */
  readonly above: ReadonlyMap<string, readonly string[]>;
}

export const conflicts = ['nominated', 'partner', 'line', 'nominator', 'declared'] as const;
export type Conflict = (typeof conflicts)[number];

/** Why somebody cannot judge a nomination: found by the rules, or said by themselves. */
export function conflictOf(
  personId: string,
  one: Pick<Nomination, 'subject' | 'voices'>,
  { partners, above }: Nearby,
  hasDeclared = false,
): Conflict | undefined {
  const { subject, voices } = one;
  if (subject.includes(personId)) return 'nominated';
  const isPartner = subject.some((other) => partners.get(other)?.has(personId) === true);
  if (isPartner || voices.some(({ members }) => members.includes(personId))) return 'partner';
  const isInLine = subject.some(
    (other) => above.get(other)?.includes(personId) === true || above.get(personId)?.includes(other) === true,
  );
  if (isInLine) return 'line';
  if (voices.some(({ by }) => by === personId)) return 'nominator';
  return hasDeclared ? 'declared' : undefined;
}

export interface Bench {
  /** Jurors who are there and not near. */
  readonly judges: readonly string[];
  /** What they said; nobody else's word counts. */
  readonly given: readonly Given[];
}

export function benchOf(
  one: Pick<Nomination, 'id' | 'subject' | 'voices'>,
  jurors: readonly string[],
  all: readonly Judgement[],
  nearby: Nearby,
): Bench {
  const own = all.filter(({ nominationId }) => nominationId === one.id);
  const declared = new Set(own.filter(({ kind }) => kind === 'conflict').map(({ jurorId }) => jurorId));
  const judges = jurors.filter((personId) => !conflictOf(personId, one, nearby, declared.has(personId)));
  const given = own.flatMap((word) => (word.kind === 'given' && judges.includes(word.jurorId) ? [word] : []));
  return { judges, given };
}

/** Too few are left who may judge it: somebody has to be added. */
export const needsJuror = ({ judges }: Bench): boolean => judges.length < leastJurors;
export const isJudged = ({ given }: Bench): boolean => given.length >= leastJurors;

/** Each reads in another order, so that none comes first for all; the same person always in the same. */
export function orderFor<T extends { readonly id: string }>(personId: string, all: readonly T[]): T[] {
  const place = ({ id }: T): number => bucketOf(`${personId} ${id}`, 1_000_000);
  return all.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** Others' words come after the own ones. */
export function othersFor(personId: string, { given }: Bench): Given[] | undefined {
  if (!given.some(({ jurorId }) => jurorId === personId)) return undefined;
  return given.filter(({ jurorId }) => jurorId !== personId);
}

/** Those of the event's criteria that have no word yet, and words about others. */
export function problemsOfJudgement(
  event: Pick<EventDraft, 'criteria' | 'ownCriteria'>,
  { scores }: JudgementDraft,
): { field: string; reason: string }[] {
  const wanted = criteriaOf(event).map(({ id }) => id);
  const missing = wanted.filter((id) => !shows.some((one) => one === scores[id]));
  const foreign = Object.keys(scores).filter((id) => !wanted.includes(id));
  return [...missing, ...foreign].map((id) => ({ field: `scores.${id}`, reason: 'judgement-missing' }));
}
