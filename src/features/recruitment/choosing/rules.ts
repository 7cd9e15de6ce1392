/** Decisions about choosing: what a criterion may not name, whether there are too few places, and when everybody can be answered. */
import { languages, type Language } from '../../../platform/words.ts';
import type { Stage } from '../../programmes/model.ts';
import type { Participant } from '../../surveys/audience/model.ts';
import { takesPartAs, type Application, type Side } from '../model.ts';
import type { Applying } from '../rounds/model.ts';
import lists from './content/identity.json' with { type: 'json' };
import type { Choice, Choosing, Criterion, SideLine } from './model.ts';

const patterns = Object.fromEntries(
  languages.map((language) => [
    language,
    new RegExp(`(?<![\\p{L}\\d])(?:${Object.values(lists[language]).join('|')})(?![\\p{L}\\d])`, 'iu'),
  ]),
) as Readonly<Record<Language, RegExp>>;

/**
 * The word in it that names who somebody is instead of what they would like to do: one of the identity questions of the product.
 * By a list of our own, one for each question and language, so it misses what the list does not hold.
 */
export function identityIn(
  words: Criterion['words'],
): { readonly language: Language; readonly found: string } | undefined {
  for (const language of languages) {
    const found = patterns[language].exec(words[language] ?? '')?.[0];
    if (found !== undefined) return { language, found };
  }
  return undefined;
}

/** In the reader's language, or the binding one. */
export function wordsOf({ words }: Criterion, language: Language, binding: Language): string {
  return words[language] || words[binding] || '';
}

/** Criteria come before anybody looks: not once the last day is over, nor once somebody saw who applied, as every proposal shows. */
export function writingOf(kept: Choosing, applying: Applying, stage: Stage): 'may' | 'read' | 'late' {
  if (applying !== 'open' && stage !== 'prepare') return 'late';
  return kept.readAt === undefined && stage !== 'match' ? 'may' : 'read';
}

export interface PlacesFacts {
  /** Who takes part in this round. */
  readonly applications: readonly Application[];
  readonly participants: readonly Participant[];
  readonly choices: readonly Choice[];
  readonly limits: Choosing['limits'];
}

/** Who waits for an answer on a side: applied for it, and has nobody there yet. */
export function whoseTurn(side: Side, { applications, participants }: PlacesFacts): Application[] {
  const paired = pairedOn(side, participants);
  return applications.filter((one) => takesPartAs(side, one) && !paired.has(one.personId));
}

function pairedOn(side: Side, participants: readonly Participant[]): Set<string> {
  return new Set(
    participants.filter(({ role, stage }) => role === side && stage === 'paired').map(({ personId }) => personId),
  );
}

/** How many people there is room for; nothing where any number is welcome. Mentors who have no place themselves bring none. */
export function placesOn(side: Side, facts: PlacesFacts): number | undefined {
  if (side === 'mentor') return facts.limits.mentor;
  const refused = new Set(
    facts.choices.filter((one) => one.side === 'mentor' && !one.chosen).map((one) => one.personId),
  );
  const offered = facts.applications
    .filter((one) => takesPartAs('mentor', one) && one.answers.mayShowName && !refused.has(one.personId))
    .reduce((sum, { answers }) => sum + answers.capacity, 0);
  const free = Math.max(0, offered - pairedOn('mentee', facts.participants).size);
  return Math.min(free, facts.limits.mentee ?? Infinity);
}

export interface SideFacts extends PlacesFacts {
  readonly applying: Applying;
  readonly matched: boolean;
  readonly kept: Choosing;
}

/** With enough places everybody takes part, and there is nothing to choose. */
export function sideLineOf(side: Side, facts: SideFacts): SideLine {
  const count = whoseTurn(side, facts).length;
  const places = placesOn(side, facts);
  const line = { side, applications: count, ...(places === undefined ? {} : { places }) };
  return { ...line, stands: standsAs(count, places, facts) };
}

function standsAs(
  count: number,
  places: number | undefined,
  { kept, matched, applying }: SideFacts,
): SideLine['stands'] {
  if (kept.sentAt !== undefined) return 'sent';
  if (matched) return 'matched';
  if (places === undefined || count <= places) return 'enough-places';
  // A no for everybody would be no choice.
  if (places === 0) return 'no-places';
  if (kept.criteria.length === 0) return 'no-criteria';
  return applying === 'open' ? 'still-open' : 'choose';
}

export type Hindrance = 'not-all-decided' | 'too-many-chosen' | 'places-left' | 'waited-first';

/**
 * What keeps the answers of a side from going out: everybody is decided, no place stays empty while somebody has a no, and nobody
 * who was promised to come first has a no while somebody else has a yes.
 */
export function hindranceOf(side: Side, facts: PlacesFacts): Hindrance | undefined {
  const asked = whoseTurn(side, facts);
  const decided = new Map(facts.choices.filter((one) => one.side === side).map((one) => [one.personId, one.chosen]));
  if (asked.some(({ personId }) => !decided.has(personId))) return 'not-all-decided';
  const [yes, no] = [true, false].map((chosen) => asked.filter(({ personId }) => decided.get(personId) === chosen));
  const places = placesOn(side, facts) ?? Infinity;
  if (yes!.length > places) return 'too-many-chosen';
  if (no!.length > 0 && yes!.length < places) return 'places-left';
  return no!.some(({ waited }) => waited) && yes!.some(({ waited }) => !waited) ? 'waited-first' : undefined;
}
