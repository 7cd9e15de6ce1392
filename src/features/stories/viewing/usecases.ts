/** What somebody sees of stories: one, the gallery, the own one of a pair, what coordinators look at. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { findPair, pairFor } from '../../pairs/usecases.ts';
import { callName } from '../../people/model.ts';
import { coordinatedProgramme, findProgramme } from '../../programmes/usecases.ts';
import { applyingNow } from '../../recruitment/usecases.ts';
import { countsAsReader } from '../effect/rules.ts';
import { isHelped } from '../effect/usecases.ts';
import { keepSourceOf } from '../forms/linking/usecases.ts';
import type { Consent, Story, StoryView } from '../model.ts';
import { mayReadStory } from '../policy.ts';
import { consentOf, isInGallery, type Standing } from '../rules.ts';
import { publishedLines, publishedPartition } from '../store.ts';
import { toldIn } from '../translations/rules.ts';
import { findStory, storiesOf, storyFor, storyIdOf, type KnownStory } from '../usecases.ts';

export async function viewStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<StoryView> {
  const found = await storyFor(deps, caller, programmeId, storyId);
  const view = await viewOf(deps, caller, found, caller.language);
  return view.state === 'published' ? { ...view, ...(await forReader(deps, caller, found.row.value)) } : view;
}

/** What somebody can do who has read it. */
async function forReader(
  deps: Platform,
  { personId }: Caller,
  one: Story,
): Promise<Pick<StoryView, 'helps' | 'takePart'>> {
  const [helps, programme] = await Promise.all([
    isHelped(deps, personId, one.id),
    findProgramme(deps, one.programmeId),
  ]);
  const isOpen = programme !== undefined && (await applyingNow(deps, programme)) !== 'closed';
  return {
    ...(countsAsReader(personId, one) ? { helps } : {}),
    ...(isOpen ? { takePart: (await keepSourceOf(deps, one)).code } : {}),
  };
}

const noParts = { before: '', happened: '', changed: '', recommend: '' };

/** In `language` for whoever only reads; the two see their own words. */
async function viewOf(deps: Platform, caller: Caller, found: KnownStory, language?: Language): Promise<StoryView> {
  const { people, standing } = found;
  const one = found.row.value;
  const pair = await findPair(deps, one.programmeId, one.pairId);
  const mine = one.authorId === caller.personId ? 'author' : one.partnerId === caller.personId ? 'partner' : undefined;
  const { id, programmeId, pairId, version, topics, publishedAt } = one;
  const told = toldIn(
    mine || !standing ? one.language : (language ?? one.language),
    one,
    found.translations.map(({ value }) => value),
  );
  const { title, parts, voice, picture } = told;
  // What was withdrawn may hold words that only the writer has seen.
  const isHidden = one.state === 'withdrawn' && mine !== 'author';
  const names = (personId: string): string | undefined =>
    standing?.named.includes(personId) === true ? people.get(personId)?.name : undefined;
  const [author, partner] = [names(one.authorId), names(one.partnerId)];
  return {
    ...{ id, programmeId, pairId, version, language: told.language, topics, mine: mine ?? 'reader' },
    ...(isHidden ? { title: '', parts: noParts } : { title, parts }),
    ...(voice === undefined || isHidden ? {} : { voice }),
    ...(picture === undefined || isHidden ? {} : { picture }),
    ...(told.translationId === undefined ? {} : { original: originalIn(one) }),
    ...(author === undefined ? {} : { author }),
    ...(partner === undefined ? {} : { partner }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    state: one.state === 'published' && standing === undefined ? 'over' : one.state,
    authorSide: pair?.menteeId === one.authorId ? 'mentee' : 'mentor',
    asked: one.waitsFor === caller.personId,
    ...(mine ? viewOfMember(caller.personId, found) : {}),
    ...(mine === 'author' && one.proposal !== undefined ? { proposal: one.proposal } : {}),
  };
}

function originalIn({ title, parts, language, voice, picture }: Story): NonNullable<StoryView['original']> {
  return {
    ...{ title, parts, language },
    ...(voice === undefined ? {} : { voice }),
    ...(picture === undefined ? {} : { picture }),
  };
}

function viewOfMember(personId: string, { row, ledger, people, standing }: KnownStory): Partial<StoryView> {
  const one = row.value;
  const other = people.get(one.authorId === personId ? one.partnerId : one.authorId);
  const entries = ledger.map(({ value }) => value);
  const given = consentOf(one, personId, entries);
  const otherGiven = consentOf(one, one.authorId === personId ? one.partnerId : one.authorId, entries);
  const kept = one.keptBy?.find(({ by }) => by === personId)?.keys;
  const terms = given ?? (one.authorId === personId ? one : undefined);
  return {
    ...(kept ? { kept } : {}),
    ...(other ? { otherName: callName(other) } : {}),
    ...(otherGiven ? { otherNamed: otherGiven.named } : {}),
    ...(terms ? { terms: termsIn(terms) } : {}),
    ...(one.note === undefined ? {} : { note: one.note }),
    ...(standing ? { standing: standingIn(standing) } : {}),
  };
}

const termsIn = ({ reach, named, until }: Consent | Story) => ({
  reach,
  named,
  ...(until === undefined ? {} : { until }),
});
const standingIn = ({ reach, until }: Standing) => ({ reach, ...(until === undefined ? {} : { until }) });

/** The story of a pair for one of the two; by way of the pair nobody else learns who wrote a story without names. Failure `not-found`. */
export async function storyOfPair(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  pairId: string,
): Promise<StoryView | undefined> {
  await pairFor(deps, caller.personId, programmeId, pairId);
  const found = await findStory(deps, programmeId, storyIdOf(pairId));
  const isTheirs = found && mayReadStory(caller.personId, found.row.value, { coordinates: false, standing: undefined });
  return isTheirs ? viewOf(deps, caller, found) : undefined;
}

/** Published, and both still agree that everybody here reads it. */
export async function shownStories(deps: Platform): Promise<KnownStory[]> {
  const lines = await publishedLines.list(deps.tables, publishedPartition);
  const programmes = [...new Set(lines.map(({ value }) => value.programmeId))];
  const all = (await Promise.all(programmes.map((programmeId) => storiesOf(deps, programmeId)))).flat();
  return all.filter(({ row, standing }) => isInGallery(row.value, standing));
}

/** The newest first. */
export async function storiesPublished(deps: Platform, caller: Caller): Promise<StoryView[]> {
  const shown = await shownStories(deps);
  const views = await Promise.all(shown.map((one) => viewOf(deps, caller, one, caller.language)));
  return views.sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));
}

/** For coordinators: what both agreed to and nobody has looked at, and what is published. */
export async function storiesToReview(deps: Platform, caller: Caller, programmeId: string): Promise<StoryView[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const all = await storiesOf(deps, programmeId);
  const states: readonly Story['state'][] = ['review', 'published'];
  const theirs = all.filter(({ row, standing }) => standing && states.includes(row.value.state));
  const views = await Promise.all(theirs.map(async (one) => ({ one, view: await viewOf(deps, caller, one) })));
  return views.map(({ one, view }) => ({
    ...view,
    ...(view.mine === 'reader' ? { mine: 'coordinator' as const } : {}),
    ...(one.standing ? { standing: standingIn(one.standing) } : {}),
  }));
}
