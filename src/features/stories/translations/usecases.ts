/** Putting a translation in, saying yes to it, ending it. What is shown follows from the rows at each look. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import type { Language } from '../../../platform/words.ts';
import { callName } from '../../people/model.ts';
import { mayCoordinate } from '../../programmes/policy.ts';
import { coordinatorsOf } from '../../programmes/usecases.ts';
import { settleTask } from '../consent/usecases.ts';
import type { Story } from '../model.ts';
import { translations } from '../store.ts';
import { findStory, type KnownStory } from '../usecases.ts';
import type { Translation, TranslationDraft, TranslationsPage, TranslationView } from './model.ts';
import { mayAgreeToTranslation, mayEndTranslation, mayTranslate } from './policy.ts';
import { countsFor, isOpen, isTold, isToTranslate, missingYes, sameTranslation, unlike } from './rules.ts';

interface Address {
  readonly programmeId: string;
  readonly storyId: string;
}

/** For the two and the coordinators, of what both agreed to. Failure `not-found`. */
async function toTranslate(
  deps: Platform,
  caller: Caller,
  { programmeId, storyId }: Address,
): Promise<{ found: KnownStory; isTeller: boolean }> {
  const coordinates = mayCoordinate(caller, await coordinatorsOf(deps, programmeId));
  const isFor = (one: Story): boolean => mayTranslate(caller.personId, one, coordinates);
  const found = await findStory(deps, programmeId, storyId, isFor);
  if (!found?.standing) throw new Failure('not-found', 'story-gone');
  return { found, isTeller: isTold(caller.personId, found.row.value) };
}

export async function translationsOf(deps: Platform, caller: Caller, at: Address): Promise<TranslationsPage> {
  const { found, isTeller } = await toTranslate(deps, caller, at);
  const one = found.row.value;
  const open = found.translations.filter(({ value }) => isOpen(value, one));
  return {
    original: originalOf(one),
    translations: open.map(({ value }) => viewOf(caller, found, value, isTeller)),
  };
}

function originalOf({ title, parts, voice, picture, version, language }: Story): TranslationsPage['original'] {
  return {
    ...{ title, parts, version, language },
    ...(voice === undefined ? {} : { voice }),
    ...(picture === undefined ? {} : { alternative: picture.alternative }),
  };
}

/** The names of the two are for the two: others may not learn by a translation who told it. */
function viewOf(caller: Caller, { row, people }: KnownStory, one: Translation, isTeller: boolean): TranslationView {
  const { id, title, parts, voice, alternative, language } = one;
  const missing = missingYes(one, row.value);
  const names = missing
    .filter((personId) => personId !== caller.personId)
    .flatMap((personId) => people.get(personId) ?? []);
  return {
    ...{ id, title, parts, language },
    ...(voice === undefined ? {} : { voice }),
    ...(alternative === undefined ? {} : { alternative }),
    state: countsFor(one, row.value) ? 'agreed' : 'waits',
    asked: missing.includes(caller.personId),
    waitsFor: isTeller ? names.map(callName) : [],
    mayEnd: mayEndTranslation(caller.personId, row.value, one),
  };
}

const textIdOf = ({ version, language, ...words }: TranslationDraft): string =>
  idOf('translation', String(version), language, JSON.stringify(words));

/**
 * Of one of the two it is a yes of theirs at once. A text of the same language that waited, or counted, stays what it is until this one
 * has both: then it ends. The same text again is the same one. Failures `bad-input`, `conflict`, `not-found`.
 */
export async function proposeTranslation(
  deps: Platform,
  caller: Caller,
  at: Address,
  draft: TranslationDraft,
): Promise<{ id: string }> {
  const { found, isTeller } = await toTranslate(deps, caller, at);
  const one = found.row.value;
  if (draft.version !== one.version) throw new Failure('conflict', 'story-moved-on');
  if (draft.language === one.language)
    throw new Failure('bad-input', 'same-language', { fields: [{ field: 'language', reason: 'same-language' }] });
  const fields = unlike(draft, one).map((field) => ({ field, reason: 'not-like-original' }));
  if (fields.length > 0) throw new Failure('bad-input', 'not-like-original', { fields });
  const there = found.translations.find(
    ({ value }) => isOpen(value, one) && value.language === draft.language && sameTranslation(value, draft),
  );
  if (there) return isTeller ? answerTo(deps, caller, found, there) : { id: there.value.id };
  const now = deps.clock.now();
  const id = idOf(textIdOf(draft), caller.personId, String(now));
  const yes = isTeller ? [{ personId: caller.personId, at: now }] : [];
  const next: Translation = { ...draft, id, storyId: one.id, by: caller.personId, at: now, yes };
  const waiting = found.translations.filter(
    ({ value }) => isOpen(value, one) && value.language === draft.language && !countsFor(value, one),
  );
  const changes = [translations.create(one.programmeId, [one.id, id], next), ...waiting.map((row) => end(row, now))];
  await deps.outbox.commit(
    changes,
    missingYes(next, one).map((personId) => askTask(one, id, personId)),
  );
  return { id };
}

const end = (row: Row<Translation>, now: number) => translations.replace(row, { ...row.value, endedAt: now });

function askTask({ programmeId, id: storyId }: Story, textId: string, personId: string): NewTask {
  const id = idOf('stories.ask-translation', storyId, textId, personId);
  return { id, job: 'stories.ask-translation', data: { programmeId, storyId, textId, personId } };
}

interface TextAddress extends Address {
  readonly textId: string;
}

async function textIn(
  deps: Platform,
  { programmeId, storyId, textId }: TextAddress,
  isFor: (one: Story, text: Translation) => boolean,
): Promise<{ found: KnownStory; row: Row<Translation> }> {
  const text = await translations.find(deps.tables, programmeId, storyId, textId);
  const found = await findStory(deps, programmeId, storyId, (one) => text !== undefined && isFor(one, text.value));
  const row = found?.translations.find(({ value }) => value.id === textId);
  if (!found || !row) throw new Failure('not-found', 'translation-gone');
  return { found, row };
}

/** Yes to exactly this text, by one of the two. Failures `conflict`, `not-found`. */
export async function agreeToTranslation(deps: Platform, caller: Caller, at: TextAddress): Promise<{ id: string }> {
  const { found, row } = await textIn(deps, at, (one) => mayAgreeToTranslation(caller.personId, one));
  if (!found.standing) throw new Failure('not-found', 'translation-gone');
  return answerTo(deps, caller, found, row);
}

/** From now on it does not count, also where it was agreed to; what stands somewhere in these words goes. Failure `not-found`. */
export async function endTranslation(deps: Platform, caller: Caller, at: TextAddress): Promise<{ id: string }> {
  const { found, row } = await textIn(deps, at, (one, text) => mayEndTranslation(caller.personId, one, text));
  if (row.value.endedAt !== undefined) return { id: row.value.id };
  const settle = settleTask(found.row.value, `text-${row.value.id}`);
  await deps.outbox.commit([end(row, deps.clock.now())], [settle]);
  return { id: row.value.id };
}

/** With the second yes it takes the place of the one that counted before. */
async function answerTo(
  deps: Platform,
  caller: Caller,
  found: KnownStory,
  row: Row<Translation>,
): Promise<{ id: string }> {
  const one = found.row.value;
  const { id, yes, language } = row.value;
  if (!isOpen(row.value, one)) throw new Failure('conflict', 'translation-moved-on');
  if (yes.some(({ personId }) => personId === caller.personId)) return { id };
  const now = deps.clock.now();
  const next: Translation = { ...row.value, yes: [...yes, { personId: caller.personId, at: now }] };
  const former = countsFor(next, one)
    ? found.translations.filter(({ value }) => value.id !== id && value.language === language && countsFor(value, one))
    : [];
  const settle = former.length > 0 ? [settleTask(one, `text-${id}`)] : [];
  await deps.outbox.commit([translations.replace(row, next), ...former.map((old) => end(old, now))], settle);
  return { id };
}

/** Whose yes is still missing to a text that can be agreed to; for the job that asks. */
export function isMissing(found: KnownStory, textId: string, personId: string): Language | undefined {
  const one = found.row.value;
  const text = found.translations.find(({ value }) => value.id === textId)?.value;
  if (!text || !found.standing || !isOpen(text, one) || !isToTranslate(one)) return undefined;
  return missingYes(text, one).includes(personId) ? text.language : undefined;
}
