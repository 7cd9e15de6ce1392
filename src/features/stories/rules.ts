/** What two people's consents allow. Entries and a day in, what may be shown out; nothing is shown by any other way. */
import { partNames, placeReach, reaches, shortestStory, told, type Consent, type Place, type Reach } from './model.ts';
import type { Story, Terms } from './model.ts';

export interface Standing {
  /** The narrower of the two. */
  readonly reach: Reach;
  /** The earlier of the two last days. */
  readonly until?: string;
  /** Who may be named. */
  readonly named: readonly string[];
}

type Told = Pick<Story, 'authorId' | 'partnerId' | 'version'>;

/** The open entry of a person for the words as they are now. */
export function consentOf(one: Told, personId: string, ledger: readonly Consent[]): Consent | undefined {
  return ledger.find(
    (entry) => entry.personId === personId && entry.version === one.version && entry.endedAt === undefined,
  );
}

/**
 * What both agreed to, of exactly these words; nothing when one entry is missing, has ended, is over on `today` (a local date), or when
 * one of the two has left: who cannot withdraw any more is not taken for agreeing.
 */
export function standingOf(
  one: Told,
  ledger: readonly Consent[],
  { today, hasLeft }: { readonly today: string; readonly hasLeft: (personId: string) => boolean },
): Standing | undefined {
  const entries: Consent[] = [];
  for (const personId of [one.authorId, one.partnerId]) {
    const entry = consentOf(one, personId, ledger);
    if (!entry || hasLeft(personId) || (entry.until !== undefined && entry.until < today)) return undefined;
    entries.push(entry);
  }
  const until = entries.flatMap((entry) => entry.until ?? []).toSorted()[0];
  return {
    reach: reaches.find((reach) => entries.some((entry) => entry.reach === reach)) ?? 'team',
    ...(until === undefined ? {} : { until }),
    named: entries.filter((entry) => entry.named).map((entry) => entry.personId),
  };
}

export function reachesTo(standing: Standing | undefined, reach: Reach): standing is Standing {
  return standing !== undefined && reaches.indexOf(standing.reach) >= reaches.indexOf(reach);
}

/** Everybody in the organisation may read a published story in the tab from there on. */
export function isInGallery(one: Pick<Story, 'state'>, standing: Standing | undefined): boolean {
  return one.state === 'published' && reachesTo(standing, 'organisation');
}

/**
 * A place may stay while the story stands, goes as far, has the words that it had, and names nobody who is not named any more; of a
 * translation, while that still counts.
 */
export function mayStay(
  at: Pick<Place, 'kind' | 'version' | 'named' | 'translation'>,
  one: Pick<Story, 'state' | 'version'> | undefined,
  standing: Standing | undefined,
  countsNow: (translationId: string) => boolean,
): boolean {
  if (at.translation !== undefined && !countsNow(at.translation)) return false;
  if (one?.state !== 'published' || one.version !== at.version || !reachesTo(standing, placeReach[at.kind]))
    return false;
  return at.named.every((personId) => standing.named.includes(personId));
}

export const otherOf = (one: Pick<Story, 'authorId' | 'partnerId'>, personId: string): string =>
  one.authorId === personId ? one.partnerId : one.authorId;

export type Short = 'title-too-short' | 'story-too-short';

/** What is missing before anybody can be asked; a draft may be short. */
export function missingOf(one: Pick<Story, 'title' | 'parts'>): { field: string; reason: Short }[] {
  const title = one.title.length < 3 ? [{ field: 'title', reason: 'title-too-short' as const }] : [];
  const whole = told({ parts: one.parts }).length;
  return whole < shortestStory ? [...title, { field: 'happened', reason: 'story-too-short' }] : title;
}

export function sameWords(
  a: Pick<Story, 'title' | 'parts' | 'picture' | 'language'>,
  b: Pick<Story, 'title' | 'parts' | 'picture' | 'language'>,
): boolean {
  const pictureIn = ({ picture }: typeof a): string => JSON.stringify(picture ?? null);
  return (
    a.title === b.title &&
    a.language === b.language &&
    pictureIn(a) === pictureIn(b) &&
    partNames.every((name) => a.parts[name] === b.parts[name])
  );
}

export function sameTerms(a: Terms, b: Terms): boolean {
  return a.reach === b.reach && a.named === b.named && a.until === b.until;
}
