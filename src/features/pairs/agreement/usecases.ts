/** The verbs of a pair's agreement: read it, write parts of it, sign a version, say that it still holds; and how many pairs have one. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { cardOf } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import { partnerOf, type Pair } from '../model.ts';
import { activePairFor, pairFor } from '../usecases.ts';
import type { Agreement, AgreementDraft, AgreementView, AgreementWaits } from './model.ts';
import { maySeeAgreement } from './policy.ts';
import { helpIn, isDue, isSignedByBoth, seenBy, waitsForSignature, written } from './rules.ts';
import { agreements, versionKey, versionsOf } from './store.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

/** So many former versions are shown. */
const mostEarlier = 10;

export async function viewAgreement(deps: Platform, caller: Caller, at: PairAddress): Promise<AgreementView> {
  const { value: pair } = await pairFor(deps, caller.personId, at.programmeId, at.pairId);
  if (!maySeeAgreement(caller.personId, pair)) throw new Failure('gone', 'no-agreement-here');
  return asSeen(deps, caller, pair);
}

async function asSeen(deps: Platform, caller: Caller, pair: Pair): Promise<AgreementView> {
  const me = caller.personId;
  const [rows, partner] = await Promise.all([
    versionsOf(deps.tables, pair.programmeId, pair.id),
    personOf(deps, partnerOf(pair, me)),
  ]);
  const now = rows.at(-1)?.value;
  const earlier = rows.slice(0, -1).filter(({ value }) => value.signed.length > 0);
  return {
    ...{ partner: cardOf(partner), open: pair.state === 'active', help: helpIn(caller.language) },
    ...(now ? { now: seenBy(me, now) } : {}),
    isDue: now !== undefined && isDue(now, deps.clock.now()),
    earlier: earlier
      .slice(-mostEarlier)
      .map(({ value }) => seenBy(me, value))
      .reverse(),
  };
}

/** Failure `conflict` with the parts that the other has changed meanwhile: nothing is written then. A new version is signed by nobody yet. */
export async function writeAgreement(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  draft: AgreementDraft,
): Promise<AgreementView> {
  const { programmeId, pairId } = at;
  const { value: pair } = await activePairFor(deps, caller.personId, programmeId, pairId);
  await untilUnchanged(async () => {
    const last = (await versionsOf(deps.tables, programmeId, pairId)).at(-1);
    const now = deps.clock.now();
    const became = written(last?.value, draft, { pairId, by: caller.personId, at: now });
    if (became === 'same') return;
    if ('taken' in became) throw takenBy(became.taken);
    const { next } = became;
    await deps.tables.commit([
      agreements.create(programmeId, [pairId, versionKey(next.version)], next),
      ...(last ? [last.value.signed.length === 0 ? agreements.remove(last) : replaced(last, now)] : []),
    ]);
  });
  return asSeen(deps, caller, pair);
}

/** It stays readable, and a signature that comes at this moment meets a conflict. */
const replaced = (row: Row<Agreement>, now: number) => agreements.replace(row, { ...row.value, replacedAt: now });

function takenBy(parts: readonly string[]): Failure {
  const fields = parts.map((field) => ({ field, reason: 'agreement-part-changed' }));
  return new Failure('conflict', 'agreement-changed', { fields });
}

/** The same press twice is once. Failure `conflict` when that version is not the last one any more. */
export async function signAgreement(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  version: number,
): Promise<AgreementView> {
  const { personId } = caller;
  const { value: pair } = await activePairFor(deps, personId, at.programmeId, at.pairId);
  await changeLast(deps, at, version, (value) => {
    if (value.parts.length === 0) throw new Failure('conflict', 'agreement-empty');
    if (value.signed.some((one) => one.personId === personId)) return value;
    return { ...value, signed: [...value.signed, { personId, at: deps.clock.now() }] };
  });
  return asSeen(deps, caller, pair);
}

/** Either says that it still holds: for three months more nobody is asked. */
export async function lookAgain(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  version: number,
): Promise<AgreementView> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  await changeLast(deps, at, version, (value) => {
    if (!isSignedByBoth(value)) throw new Failure('conflict', 'agreement-not-signed');
    return { ...value, lookedAt: deps.clock.now() };
  });
  return asSeen(deps, caller, pair);
}

async function changeLast(
  deps: Platform,
  at: PairAddress,
  version: number,
  change: (value: Agreement) => Agreement,
): Promise<void> {
  await untilUnchanged(async () => {
    const last = (await versionsOf(deps.tables, at.programmeId, at.pairId)).at(-1);
    if (last?.value.version !== version) throw new Failure('conflict', 'agreement-not-this');
    const next = change(last.value);
    if (next !== last.value) await deps.tables.commit([agreements.replace(last, next)]);
  });
}

/** For the first page: in which of a person's active pairs the agreement waits for them. */
export async function agreementsWaiting(
  deps: Platform,
  personId: string,
  pairs: readonly Pick<Pair, 'id' | 'programmeId' | 'state'>[],
): Promise<Map<string, AgreementWaits>> {
  const now = deps.clock.now();
  const found = await Promise.all(
    pairs.map(async ({ id, programmeId, state }): Promise<[string, AgreementWaits][]> => {
      const last = state === 'active' ? (await versionsOf(deps.tables, programmeId, id)).at(-1)?.value : undefined;
      if (!last) return [];
      if (waitsForSignature(last, personId)) return [[id, 'sign']];
      return isDue(last, now) ? [[id, 'look-again']] : [];
    }),
  );
  return new Map(found.flat());
}

/** For a line in a card that goes anyway. */
export async function isAgreementDue(deps: Platform, { programmeId, pairId }: PairAddress): Promise<boolean> {
  const last = (await versionsOf(deps.tables, programmeId, pairId)).at(-1)?.value;
  return last !== undefined && isDue(last, deps.clock.now());
}

/** Pairs of a programme that have an agreement which both signed, whatever became of it since. Callers tell a share at most. */
export async function pairsWithAgreement(deps: Platform, programmeId: string): Promise<ReadonlySet<string>> {
  const rows = await agreements.list(deps.tables, programmeId);
  return new Set(rows.flatMap(({ value }) => (isSignedByBoth(value) ? [value.pairId] : [])));
}
