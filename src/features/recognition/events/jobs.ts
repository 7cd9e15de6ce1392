/** What events do by themselves: write to people, and forget. All may run twice. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { askedCard, honouredCard, inviteCard, juryCard, newsCard, thankedCard } from './cards.ts';
import { honourFor } from './honours/usecases.ts';
import { forgetEvent } from './leaving/usecases.ts';
import { news } from './model.ts';
import type { Nomination } from './nominating/model.ts';
import { askedFor, isConsidered, isStanding, voicesAbout, waitsFor } from './nominating/rules.ts';
import { membersOf } from '../../pairs/model.ts';
import { closesAt, juryAt, phaseOf } from './rules.ts';
import {
  askingJury,
  askingNominated,
  invitingToNominate,
  tellingEventNews,
  tellingHonoured,
  thankingOthers,
} from './sends.ts';
import { honourIn, isComing, spreadEvent, tellOfEvent, type Now } from './telling/usecases.ts';
import { spreads } from './usecases.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Card } from '../../../platform/cards.ts';

const ofEvent = z.strictObject({ programmeId: id, eventId: id });
const ofPerson = ofEvent.extend({ personId });

export const eventsJobs: readonly Job[] = [
  job({
    name: 'recognition.spread-event',
    data: ofEvent.extend({ what: z.enum(spreads), upTo: z.string(), version: z.string() }),
    run: (deps, data) => spreadEvent(deps, data),
  }),
  job({
    name: 'recognition.event-invite',
    data: ofPerson,
    run: (deps, to, { id: sendId }) =>
      tellOfEvent(deps, invitingToNominate, { to, sendId }, ({ known, shown, language }) => {
        const isMember = [...known.pairs.values()].some(
          (one) => isStanding(one) && membersOf(one).includes(to.personId),
        );
        const isOpen = shown.event.state === 'open' && deps.clock.now() < closesAt(shown.event);
        return isMember && isOpen ? inviteCard(language, shown) : undefined;
      }),
  }),
  job({
    name: 'recognition.event-jury',
    data: ofPerson.extend({ what: z.enum(['asked', 'begins']) }),
    run: (deps, { what, ...to }, { id: sendId }) =>
      tellOfEvent(deps, askingJury, { to, sendId, more: { what } }, ({ shown, language }) => {
        const { event } = shown;
        if (event.state !== 'open' || !event.jurors.includes(to.personId)) return undefined;
        // The last day moved: another task says it then.
        if (what === 'begins' && deps.clock.now() < juryAt(event)) return undefined;
        return phaseOf(event, deps.clock.now()) === 'held' ? undefined : juryCard(language, shown, what);
      }),
  }),
  job({
    name: 'recognition.event-asked',
    data: ofPerson.extend({ nominationId: id }),
    run: (deps, { nominationId, ...to }, { id: sendId }) =>
      tellOfEvent(deps, askingNominated, { to, sendId, more: { nominationId } }, (now) => {
        const { known, shown } = now;
        const one = known.all.find((other) => other.id === nominationId);
        if (!one || shown.event.state !== 'open' || deps.clock.now() >= juryAt(shown.event)) return undefined;
        return waitsFor(one, to.personId) ? askedOf(deps, now, one, to.personId) : undefined;
      }),
  }),
  job({
    name: 'recognition.event-honoured',
    data: ofPerson,
    run: (deps, to, { id: sendId }) =>
      tellOfEvent(deps, tellingHonoured, { to, sendId }, async ({ shown, language, isAhead }) => {
        const honour = await honourFor(deps, to.personId, to);
        return honour && isAhead ? honouredCard(language, { ...shown, honour }) : undefined;
      }),
  }),
  job({
    name: 'recognition.event-thanked',
    data: ofPerson,
    run: (deps, to, { id: sendId }) =>
      tellOfEvent(deps, thankingOthers, { to, sendId }, ({ known, shown, language, isAhead }) => {
        const mine = known.all.filter(({ subject }) => subject.includes(to.personId));
        const wasConsidered = mine.some((one) => isConsidered(one, known.standing));
        const isDecided = shown.event.state === 'decided' && isAhead && !honourIn(known, to.personId);
        return isDecided && wasConsidered ? thankedCard(language, shown) : undefined;
      }),
  }),
  job({
    name: 'recognition.event-news',
    data: ofPerson.extend({ news: z.enum(news) }),
    run: (deps, { news: what, ...to }, { id: sendId }) =>
      tellOfEvent(deps, tellingEventNews, { to, sendId, more: { news: what } }, async ({ known, shown, language }) => {
        const { event } = shown;
        if ((event.state === 'cancelled') !== (what === 'cancelled') || event.state === 'draft') return undefined;
        if (deps.clock.now() >= event.start) return undefined;
        const honour = await honourFor(deps, to.personId, to);
        const isAsked = known.all.some(
          (one) => askedFor(one).includes(to.personId) && one.answers[to.personId]?.said !== 'no',
        );
        const isOfIt = event.decision ? honour !== undefined && isComing(honour) : isAsked;
        return isOfIt || event.jurors.includes(to.personId) ? newsCard(language, shown, what) : undefined;
      }),
  }),
  job({ name: 'recognition.forget-event', data: ofEvent, run: (deps, at) => forgetEvent(deps, at) }),
];

async function askedOf(deps: Platform, { shown, language }: Now, one: Nomination, to: string): Promise<Card> {
  const voices = voicesAbout(one, to);
  const people = await findPeople(deps, [...one.subject, ...voices.map(({ by }) => by)]);
  const nameOf = (one: string): string => people.get(one)?.name ?? '…';
  return askedCard(language, {
    ...{ ...shown, nominationId: one.id, isMe: one.subject.includes(to), isPair: one.kind === 'pair' },
    ...{ names: one.subject.map(nameOf), upTo: Math.max(0, ...voices.map(({ place }) => place)) },
    voices: voices.map(({ by, criteria, why, isOut }) => ({ byName: nameOf(by), criteria, why, isOut })),
  });
}
