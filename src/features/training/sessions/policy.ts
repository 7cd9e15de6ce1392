/** Who may see a session and sign up for it. What its coordinators do is decided by the programme. */
import type { Application } from '../../recruitment/model.ts';
import type { Seat, Session } from './model.ts';
import { isInvitedTo } from './rules.ts';

/** A draft is the coordinators' alone. Whoever has a seat keeps sight of it, whatever the session became. */
export function maySeeSession(
  session: Pick<Session, 'forWhom' | 'state'>,
  application: Pick<Application, 'status' | 'answers' | 'passedOver'> | undefined,
  hasSeat: boolean,
): boolean {
  return session.state !== 'draft' && (hasSeat || isInvitedTo(session, application));
}

/** What it brought says whoever was there. */
export function mayRate(seat: Pick<Seat, 'wasThere'> | undefined): boolean {
  return seat?.wasThere === true;
}
