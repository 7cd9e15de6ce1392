/**
 * The one place where identity answers are read: for the matcher, which is told who shares something with whom and never what.
 * A test walks the imports, and each reading stands in the audit log before anything is opened.
 */
import { isFailure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import { describeError } from '../../../../platform/log.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { findPeople } from '../../usecases.ts';
import { answer, answerDraft, type Question } from '../model.ts';
import { countryCodeOf, isAsked, sharedBy, standingConsent, type PrivateAnswer } from '../rules.ts';
import type { Row } from '../../../../platform/tables.ts';
import { allAnswers, answersOf, boundTo, consentsOf, type SealedAnswer } from '../store.ts';
import { modesIn } from '../usecases.ts';

export interface PrivateWishes {
  /** For everybody who wishes it, the ids of those who share something with them. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  /** Changes with every answer and every withdrawal of these people. */
  readonly version: string;
}

const nobody: ReadonlyMap<string, readonly string[]> = new Map();

/** Without the vault nobody's wishes count: a proposal depends on no identity answer. */
export async function privateWishes(
  deps: Platform,
  programmeId: string,
  personIds: readonly string[],
): Promise<PrivateWishes> {
  const usable = await usableAnswers(deps, personIds);
  const version = versionOf(usable);
  if (usable.length === 0) return { shared: nobody, version };
  try {
    const outcome = `${usable.length} answers`;
    await deps.audit.note({ what: 'identity.read', object: `programme:${programmeId} matching`, outcome });
    const opened = await Promise.all(usable.map((one) => open(deps, one)));
    return { shared: sharedBy(opened.flat()), version };
  } catch (error) {
    if (!isFailure(error, 'unavailable')) throw error;
    deps.log.warn(describeError(error), 'a proposal is made without private wishes');
    return { shared: nobody, version };
  }
}

/** The version as it is now: another than before means that somebody answered or withdrew meanwhile. Opens nothing. */
export async function wishesVersion(deps: Platform, personIds: readonly string[]): Promise<string> {
  return versionOf(await usableAnswers(deps, personIds));
}

interface Usable {
  readonly personId: string;
  readonly kept: SealedAnswer;
  readonly etag: string;
}

/** Answers with a consent that stands, of questions that are on in the person's country. */
async function usableAnswers(deps: Platform, personIds: readonly string[]): Promise<Usable[]> {
  const found = await answersWithConsent(deps, await answersOfThese(deps, personIds));
  const people = await findPeople(
    deps,
    found.map(({ personId }) => personId),
  );
  const asked = new Map<string, Promise<ReadonlySet<Question>>>();
  const askedOf = (personId: string): Promise<ReadonlySet<Question>> => {
    const country = countryCodeOf(people.get(personId)?.country);
    const known = asked.get(country) ?? askedIn(deps, country);
    asked.set(country, known);
    return known;
  };
  const kept = await Promise.all(found.map(async (one) => (await askedOf(one.personId)).has(one.kept.question)));
  return found.filter((_, place) => kept[place]);
}

const fewPeople = 100;

/** Of many people the buckets are read as a whole, and what others said is passed over unopened. */
async function answersOfThese(deps: Platform, personIds: readonly string[]): Promise<Row<SealedAnswer>[]> {
  if (personIds.length <= fewPeople)
    return (await Promise.all(personIds.map((id) => answersOf(deps.tables, id)))).flat();
  const wanted = new Set(personIds);
  const found: Row<SealedAnswer>[] = [];
  for await (const row of allAnswers(deps.tables)) if (wanted.has(row.key[0] ?? '')) found.push(row);
  return found;
}

async function answersWithConsent(deps: Platform, rows: readonly Row<SealedAnswer>[]): Promise<Usable[]> {
  const people = [...new Set(rows.map(({ key }) => key[0] ?? ''))];
  const ledgers = await Promise.all(people.map((personId) => consentsOf(deps.tables, personId)));
  const given = new Map(people.map((personId, place) => [personId, ledgers[place]!.map(({ value }) => value)]));
  return rows
    .map(({ key, value, etag }) => ({ personId: key[0] ?? '', kept: value, etag }))
    .filter(({ personId, kept }) => standingConsent(given.get(personId) ?? [], kept.question));
}

async function askedIn(deps: Platform, country: string): Promise<ReadonlySet<Question>> {
  const modes = Object.entries(await modesIn(deps, country)) as [Question, Parameters<typeof isAsked>[0]][];
  return new Set(modes.filter(([, mode]) => isAsked(mode)).map(([asked]) => asked));
}

/** None for an answer that is not where it was sealed: it counts for nobody, and the others do. */
async function open(deps: Platform, { personId, kept }: Usable): Promise<PrivateAnswer[]> {
  try {
    const text = await deps.identityRing(kept.question).open(kept.sealed, boundTo(personId, kept.question));
    const { said, wish } = answer.parse(JSON.parse(text));
    return [{ personId, question: kept.question, said: answerDraft.shape.said.parse(said), wish }];
  } catch (error) {
    if (!isFailure(error) || error.reason !== 'sealed-broken') throw error;
    deps.log.error({}, 'an identity answer does not open where it lies');
    return [];
  }
}

function versionOf(usable: readonly Usable[]): string {
  return idOf(...usable.map(({ personId, kept, etag }) => `${personId} ${kept.question} ${etag}`).toSorted());
}
