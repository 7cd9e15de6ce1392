/**
 * A note for the confidential advisers. A later feature keeps it, sealed and apart from the programme, and is handed over where the
 * doors are put together (`confiding`). Check-ins only pass it on: no row of theirs says that there is one.
 */
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { CheckInPage, Confided, NoteReader, Round, Said } from '../model.ts';
import { noteForAdvisers, saysWhoReads } from '../noting/rules.ts';
import { checkIns } from '../store.ts';

export interface NoteAddress {
  readonly programmeId: string;
  readonly pairId: string;
  readonly round: Round;
  /** Who wrote it. */
  readonly personId: string;
}

export interface Confidence {
  /** Names of those who would read what this person writes, now; empty where nobody takes requests who is not near to them. */
  advisersFor(this: void, deps: Platform, personId: string): Promise<readonly string[]>;
  /** The same for cards, as it was within the last minute. */
  isOffered(this: void, deps: Platform, personId: string): Promise<boolean>;
  find(this: void, deps: Platform, of: NoteAddress): Promise<Confided | undefined>;
  keep(this: void, deps: Platform, of: NoteAddress, text: string): Promise<void>;
  /** Gone with all that leads to it, also when there is none. */
  takeBack(this: void, deps: Platform, of: NoteAddress): Promise<void>;
}

export interface Confiding extends Platform {
  readonly confidence?: Confidence;
}

/** The routes, jobs or buttons of check-ins as they are, with a way to the confidential advisers. */
export function confiding<Door extends { run(deps: Platform, ...asked: never[]): unknown }>(
  confidence: Confidence,
  doors: readonly Door[],
): Door[] {
  return doors.map((door) => ({
    ...door,
    run: (deps: Platform, ...asked: never[]) => door.run({ ...deps, confidence } as Confiding, ...asked),
  }));
}

/** Before an answer is kept: somebody has to be there for what is confided, and what was before goes when others read the note now. */
export async function makeWay(deps: Confiding, of: NoteAddress, said: Said): Promise<void> {
  if (noteForAdvisers(said) !== undefined) return requireAdviser(deps, of);
  // Whoever answers for the first time has confided nothing, and needs no vault.
  if (!saysWhoReads(said) || !(await hasAnswered(deps, of))) return;
  await deps.confidence?.takeBack(deps, of);
}

async function requireAdviser({ confidence, ...deps }: Confiding, of: NoteAddress): Promise<void> {
  const isRead = (await confidence?.advisersFor(deps, of.personId)) ?? [];
  if (isRead.length > 0 || (await confidence?.find(deps, of))) return;
  throw new Failure('bad-input', 'adviser-none', { fields: [{ field: 'noteFor', reason: 'adviser-none' }] });
}

const hasAnswered = async ({ tables }: Platform, { programmeId, pairId, round, personId }: NoteAddress) =>
  (await checkIns.find(tables, programmeId, pairId, round, personId)) !== undefined;

/** What the page shows besides: who would read it, by name, and what its writer confided. */
export async function withConfided(deps: Confiding, personId: string, page: CheckInPage): Promise<CheckInPage> {
  const { confidence } = deps;
  if (page.note === undefined || !confidence) return page;
  try {
    const [advisers, found] = await Promise.all([
      page.isOpen ? confidence.advisersFor(deps, personId) : [],
      confidence.find(deps, { ...page, personId }),
    ]);
    const isOffered = advisers.length > 0 || found !== undefined;
    return {
      ...{ ...page, advisers: [...advisers], readers: isOffered ? [...page.readers, 'adviser'] : page.readers },
      ...(found ? { confided: found } : {}),
    };
  } catch (error) {
    // While the vault is away nothing can be confided or shown; the rest of a check-in needs none.
    if (!isFailure(error, 'unavailable')) throw error;
    return page;
  }
}

/** What a card offers. */
export async function readersInCard(
  deps: Confiding,
  personId: string,
  { note, readers }: Pick<CheckInPage, 'note' | 'readers'>,
): Promise<readonly NoteReader[]> {
  const isOffered = note !== undefined && (await deps.confidence?.isOffered(deps, personId)) === true;
  return isOffered ? [...readers, 'adviser'] : readers;
}
