/** What ids in somebody's entries lead to, by name: people, programmes, surveys. */
import { uuidsIn } from '../../../../platform/ids.ts';
import type { Caller } from '../../../../platform/doors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Language } from '../../../../platform/words.ts';
import { partnerOf } from '../../../pairs/model.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { findPeople } from '../../../people/usecases.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import { questionSets } from '../../../surveys/bank/rules.ts';
import { findSurvey } from '../../../surveys/usecases.ts';
import type { KeptKind } from '../../kinds/rules.ts';

type Named = readonly (readonly [string, string])[];
type Kind = Pick<KeptKind, 'table' | 'kind'>;

export async function namesFor(
  deps: Platform,
  caller: Caller,
  { table, kind }: Kind,
  values: readonly unknown[],
): Promise<ReadonlyMap<string, string>> {
  // The line of a coordinator names its programme as `id`.
  const programmes = idsUnder(values, `${table} ${kind}` === 'people coordinates' ? 'id' : 'programmeId');
  const found = await Promise.all([
    peopleIn(deps, caller, values),
    named(programmes, async (id) => (await findProgramme(deps, id))?.name),
    named(idsUnder(values, 'surveyId'), (id) => titleOf(deps, id, caller.language)),
  ]);
  return new Map(found.flat());
}

/** A guest is told the names of partners only. */
async function peopleIn(deps: Platform, { personId, isGuest }: Caller, values: unknown): Promise<Named> {
  const partners = isGuest ? (await pairsOfPerson(deps, personId)).map((one) => partnerOf(one, personId)) : undefined;
  const ids = idsIn(values).filter((one) => !partners || one === personId || partners.includes(one));
  const found = await findPeople(deps, ids);
  return [...found].map(([id, { name }]) => [id, name] as const);
}

async function titleOf(deps: Platform, surveyId: string, language: Language): Promise<string | undefined> {
  const survey = await findSurvey(deps, surveyId);
  return questionSets.find(({ id }) => id === survey?.set)?.title[language];
}

/** What is not there any more has no name. */
async function named(
  ids: readonly string[],
  nameOf: (id: string) => Promise<string | undefined>,
): Promise<readonly (readonly [string, string])[]> {
  const found = await Promise.all(ids.map(async (id) => [id, await nameOf(id)] as const));
  return found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const]));
}

const idsIn = (value: unknown): string[] => uuidsIn(JSON.stringify(value)).slice(0, 100);

/** Each once: what stands under a field of this name, at any depth. */
const idsUnder = (value: unknown, field: string): string[] => [...new Set(textsUnder(value, field))];

function textsUnder(value: unknown, field: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsUnder(one, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === field && typeof one === 'string' ? [one] : textsUnder(one, field),
  );
}
