/** Messages about sessions. Each is asked for once and made at the last moment from what is true then. */
import type { JobResult } from '../../../../platform/doors.ts';
import type { Card } from '../../../../platform/cards.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Language } from '../../../../platform/words.ts';
import { deliver } from '../../../people/messages/usecases.ts';
import { callName } from '../../../people/model.ts';
import { findPerson } from '../../../people/usecases.ts';
import type { Sending } from '../../../programmes/rehearsal/model.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import { appliedTo, applicationOf } from '../../../recruitment/usecases.ts';
import type { ShownSession } from '../cards.ts';
import type { Seat, Session, SessionNews } from '../model.ts';
import { isIn, isInvitedTo, remindsAt } from '../rules.ts';
import { seats, sessions } from '../store.ts';
import { joinUrlOf, writeTask, type Spread } from '../usecases.ts';

/** Messages for which a task is written in one step. */
const peopleInStep = 40;

export interface SpreadData {
  readonly programmeId: string;
  readonly sessionId: string;
  readonly what: Spread;
  /** Everybody up to this id has a task already. */
  readonly upTo: string;
  readonly version: string;
}

const jobOf = {
  invited: 'training.invite-session',
  changed: 'training.tell-session',
  cancelled: 'training.tell-session',
  reminded: 'training.remind-session',
  asked: 'training.ask-session',
} as const satisfies Record<Spread, string>;

/** For the job: a task for each, some at a time; the next step is a task of its own, so a crash begins the same step anew. */
export async function spreadSession(deps: Platform, data: SpreadData): Promise<void> {
  const { programmeId, what, upTo } = data;
  const one = (await sessions.find(deps.tables, programmeId, data.sessionId))?.value;
  if (!one || !isTrueStill(one, data, deps.clock.now())) return;
  const people = (await receivers(deps, one, what)).filter((personId) => personId > upTo).toSorted();
  const next = people.slice(0, peopleInStep);
  const mark = markOf(one, data);
  const said = what === 'changed' || what === 'cancelled' ? what : undefined;
  for (const personId of next)
    await deps.outbox.ask('programmes', programmeId, {
      ...writeTask(one, jobOf[what], personId, { news: said, mark }),
      ...(what === 'invited' ? { lane: 'campaign' as const } : {}),
    });
  const last = next.at(-1);
  if (last === undefined || people.length === next.length) return;
  const id = idOf('training.spread-session', programmeId, one.id, what, data.version, last);
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id, job: 'training.spread-session', data: { ...data, upTo: last } },
  });
}

/** One invitation and one question for each person, one reminder for each time, one word for each change. */
function markOf(one: Session, { what, version }: SpreadData): string {
  if (what === 'reminded') return String(one.start);
  return what === 'changed' || what === 'cancelled' ? version : '';
}

/** It was called off meanwhile, or moved again: then another task says so. */
function isTrueStill(one: Session, { what, version }: SpreadData, now: number): boolean {
  if (what === 'cancelled') return one.state === 'cancelled';
  if (one.state !== 'open') return false;
  if (what === 'reminded') return remindsAt(one) <= now && now < one.start;
  return what !== 'changed' || one.version === Number(version);
}

async function receivers(deps: Platform, one: Session, what: Spread): Promise<string[]> {
  const taken = (await seats.list(deps.tables, one.programmeId, one.id)).map(({ value }) => value);
  const idsOf = (all: readonly Seat[]): string[] => all.map(({ personId }) => personId);
  switch (what) {
    case 'invited': {
      const known = new Set(idsOf(taken));
      const all = await appliedTo(deps, one.programmeId);
      return all.filter((each) => isInvitedTo(one, each) && !known.has(each.personId)).map(({ personId }) => personId);
    }
    case 'changed':
    case 'cancelled':
      return idsOf(taken);
    case 'reminded':
      return idsOf(taken.filter(isIn));
    case 'asked':
      return idsOf(taken.filter(({ wasThere }) => wasThere === true));
    default:
      return what satisfies never;
  }
}

export interface To {
  readonly programmeId: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly news?: SessionNews | undefined;
}

export interface Now {
  readonly session: Session;
  readonly seat: Seat | undefined;
  readonly isInvited: boolean;
  readonly shown: ShownSession;
  readonly language: Language;
}

/** For the jobs: `card` gives nothing where there is no longer a reason to write. */
export function tellOfSession(
  deps: Platform,
  sending: Pick<Sending, 'as'>,
  { to, sendId }: { readonly to: To; readonly sendId: string },
  card: (now: Now) => Card | undefined | Promise<Card | undefined>,
): Promise<JobResult> {
  const { programmeId, sessionId, personId, news } = to;
  return deliver(deps, {
    ...{ ...sending.as, table: 'programmes', partition: programmeId, sendId, personId },
    data: { programmeId, sessionId, personId, ...(news === undefined ? {} : { news }) },
    card: async (language) => {
      const [row, seat, application, programme] = await Promise.all([
        sessions.find(deps.tables, programmeId, sessionId),
        seats.find(deps.tables, programmeId, sessionId, personId),
        applicationOf(deps, programmeId, personId),
        findProgramme(deps, programmeId),
      ]);
      if (!row || !programme) return undefined;
      const { value: session } = row;
      const shown = await shownOf(deps, session, programme.name);
      return card({ session, seat: seat?.value, isInvited: isInvitedTo(session, application), shown, language });
    },
  });
}

/** For a card that takes the place of another, after its verb asked whether this person may. */
export async function shownTo(deps: Platform, at: Pick<To, 'programmeId' | 'sessionId'>): Promise<ShownSession> {
  const row = await sessions.find(deps.tables, at.programmeId, at.sessionId);
  if (!row) throw new Failure('not-found', 'session-gone');
  return shownOf(deps, row.value, '');
}

async function shownOf(deps: Platform, session: Session, programme: string): Promise<ShownSession> {
  const host = await findPerson(deps, session.createdBy);
  const joinUrl = joinUrlOf(session);
  return { session, programme, host: host ? callName(host) : '', ...(joinUrl === undefined ? {} : { joinUrl }) };
}
