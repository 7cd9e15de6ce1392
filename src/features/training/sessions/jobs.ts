/** What sessions do by themselves: write to people, give free seats on, close the questions, forget the names. All may run twice. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { floors } from '../../release/model.ts';
import { forgetNames } from './attending/usecases.ts';
import { askCard, inviteCard, newsCard, remindCard } from './cards.ts';
import { askedFor, closeFeedback } from './feedback/usecases.ts';
import { fillSeats } from './joining/usecases.ts';
import { news } from './model.ts';
import { isIn, joinProblem } from './rules.ts';
import { asking, inviting, reminding, tellingNews } from './sends.ts';
import { spreadSession, tellOfSession } from './telling/usecases.ts';
import { spreads } from './usecases.ts';

const ofSession = z.strictObject({ programmeId: id, sessionId: id });
const ofPerson = ofSession.extend({ personId });

export const sessionsJobs: readonly Job[] = [
  job({
    name: 'training.spread-session',
    data: ofSession.extend({ what: z.enum(spreads), upTo: z.string(), version: z.string() }),
    run: (deps, data) => spreadSession(deps, data),
  }),
  job({
    name: 'training.invite-session',
    data: ofPerson,
    run: (deps, to, { id: sendId }) =>
      tellOfSession(deps, inviting, { to, sendId }, ({ session, seat, isInvited, shown, language }) =>
        isInvited && !seat && !joinProblem(session, deps.clock.now()) ? inviteCard(language, shown) : undefined,
      ),
  }),
  job({
    name: 'training.remind-session',
    data: ofPerson,
    run: (deps, to, { id: sendId }) =>
      tellOfSession(deps, reminding, { to, sendId }, ({ session, seat, shown, language }) =>
        session.state === 'open' && seat && isIn(seat) && deps.clock.now() < session.start
          ? remindCard(language, shown)
          : undefined,
      ),
  }),
  job({
    name: 'training.tell-session',
    data: ofPerson.extend({ news: z.enum(news) }),
    run: (deps, to, { id: sendId }) =>
      tellOfSession(deps, tellingNews, { to, sendId }, ({ session, seat, shown, language }) => {
        const isOff = session.state === 'cancelled';
        if (!seat || isOff !== (to.news === 'cancelled')) return undefined;
        if (to.news === 'seat' && !isIn(seat)) return undefined;
        return deps.clock.now() < session.start ? newsCard(language, shown, to.news, isIn(seat)) : undefined;
      }),
  }),
  job({
    name: 'training.ask-session',
    data: ofPerson,
    run: (deps, to, { id: sendId }) =>
      tellOfSession(deps, asking, { to, sendId }, async ({ session, seat, shown, language }) => {
        const asked = await askedFor(deps, { personId: to.personId, language }, session, seat);
        return asked && !asked.isGiven ? askCard(language, shown, floors) : undefined;
      }),
  }),
  job({ name: 'training.fill-session', data: ofSession, run: (deps, at) => fillSeats(deps, at) }),
  job({ name: 'training.close-session', data: ofSession, run: (deps, at) => closeFeedback(deps, at) }),
  job({ name: 'training.forget-session', data: ofSession, run: (deps, at) => forgetNames(deps, at) }),
];
