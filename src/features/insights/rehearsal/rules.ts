/** Makes the rehearsal out of what features say they send: example days, the month's budget by its own rules, cards as they are sent. */
import { DateTime } from 'luxon';
import { adaptiveCard, type Card } from '../../../platform/cards.ts';
import { day, daysAfter } from '../../../platform/clock.ts';
import { lookBackDays } from '../../pairs/closing/model.ts';
import { workingDaysAfter } from '../../pairs/rules.ts';
import type { SendRule } from '../../people/messages/model.ts';
import { emptyLetterbox, isUnsolicited, settingOut, turnOf } from '../../people/messages/rules.ts';
import { nextWorkingMoment, usualHours } from '../../people/rules.ts';
import type { Programme } from '../../programmes/model.ts';
import { reminderAt } from '../../training/reminding/rules.ts';
import { exampleId, personas } from '../../programmes/rehearsal/model.ts';
import type { Answer, Event, Occasion, Persona, Scene, Sending } from '../../programmes/rehearsal/model.ts';
import type { Part, Refusal, ShownAnswer, ShownMessage } from './model.ts';

export type Times = Readonly<Record<Event, number>>;

/** Days of an example course: after the invitation, the match, and the beginning of a pair. */
const fromCall = {
  'survey-opened': -35,
  'talk-wanted': -28,
  'talk-planned': -20,
  'app-came': 0,
  'call-sent': 0,
  'wrote-to-bot': 1,
  applied: 2,
  'course-wanted': 3,
};
const fromMatch = {
  ...{ 'choice-sent': 0, published: 0, 'mentee-agreed': 1, 'other-declined': 2, 'pressed-old-card': 20 },
  ...{ 'list-due': 28, 'round-begun': 35 },
};
const fromBeginning = {
  ...{
    'pair-began': 0,
    'meeting-planned': 1,
    'meeting-by-hand': 1,
    'other-time-asked': 2,
    'meeting-moved': 3,
    'meeting-declined': 4,
    'meeting-cancelled': 6,
  },
  ...{ 'poll-asked': 1, 'poll-answered': 2, 'poll-refused': 2, 'series-planned': 1, 'no-next-date': 95 },
  ...{ 'pair-quiet': 176, 'coordinator-writes': 22, 'break-over': 84 },
  ...{ 'session-announced': 125, 'session-entered': 125, 'session-seat': 130, 'session-changed': 132 },
  ...{ 'session-near': 138, 'session-cancelled': 138, 'session-held': 155 },
  ...{ 'event-opened': 160, 'event-nominated': 165, 'event-closed': 180, 'event-decided': 190, 'event-entered': 195 },
  ...{ 'event-moved': 197, 'event-cancelled': 198 },
  ...{ 'contact-wanted': 15, 'private-talk-wanted': 20, 'check-in-put-off': 17 },
  ...{ 'note-to-partner': 31, 'note-to-coordinators': 31, 'note-to-adviser': 31 },
  ...{
    thanked: 51,
    'thanked-by-programme': 120,
    'manager-thanked': 130,
    'partner-paused': 70,
    'partner-back': 84,
    'several-at-once': 95,
  },
  ...{ 'story-wanted': 120, 'story-written': 127, 'story-agreed': 130, 'story-to-change': 130, 'story-refused': 130 },
  ...{ 'story-published': 137, 'story-withdrawn': 200, 'findings-told': 240 },
  ...{ 'story-translated': 140, 'story-ending': 210, 'story-over': 224 },
};
const usualCallDays = 28;
const matchDays = 7;

/** `call` is the day (ms) of the invitations and the last day to apply, where they are known. */
export function exampleTimes(
  { startsOn, endsOn, zone }: Pick<Programme, 'startsOn' | 'endsOn' | 'zone'>,
  call: { readonly sentAt?: number; readonly closesOn: string },
): Times {
  const morning = (date: string): number => DateTime.fromISO(`${date}T10:00`, { zone }).toMillis();
  const [start, end] = [morning(startsOn), morning(endsOn)];
  const called = call.sentAt ?? daysAfter(start, -usualCallDays, zone);
  const matched = Math.max(daysAfter(start, -matchDays, zone), daysAfter(morning(call.closesOn), 1, zone));
  const began = Math.max(start, workingDaysAfter(matched, 2, zone));
  // People do things when they are at work.
  const atWork = (instant: number): number => nextWorkingMoment(instant, { ...usualHours, zone });
  const all = <K extends string>(days: Readonly<Record<K, number>>, from: number, last = Infinity) =>
    Object.fromEntries(
      Object.entries<number>(days).map(([event, count]) => [
        event,
        atWork(Math.min(daysAfter(from, count, zone), last)),
      ]),
    ) as Record<K, number>;
  return {
    ...{ ...all(fromCall, called), ...all(fromMatch, matched), ...all(fromBeginning, began, end) },
    'closing-near': atWork(
      Math.max(reminderAt(call.closesOn, zone), daysAfter(called, fromCall['course-wanted'], zone)),
    ),
    'end-near': atWork(daysAfter(end, -lookBackDays, zone)),
    ...{ 'pair-ended': atWork(end), 'rounded-off': atWork(end), 'programme-closed': atWork(end) },
  };
}

/** Two weeks to apply, where no call says more. */
export function exampleClosingDay({ startsOn, zone }: Pick<Programme, 'startsOn' | 'zone'>): string {
  return (
    DateTime.fromISO(startsOn, { zone })
      .minus({ days: usualCallDays - 14 })
      .toISODate() ?? startsOn
  );
}

/** Every message that each kind of person gets, in its order. */
export function rehearse(sends: readonly Sending[], scene: Scene, times: Times): Part[] {
  return personas.map((persona) => {
    const messages = sends.flatMap((sending) =>
      sending.occasions
        .filter((one) => one.to.includes(persona) && one.fits?.(scene, dueOf(one, scene, times)) !== false)
        .map((occasion) => shownMessage(sending, occasion, persona, { scene, times })),
    );
    return {
      persona,
      messages: inTheirTurn(
        messages.sort((a, b) => a.at - b.at),
        scene.programme.zone,
      ),
    };
  });
}

function dueOf({ after, days = 0, workingDays = 0 }: Occasion, { programme: { zone } }: Scene, times: Times): number {
  return workingDaysAfter(daysAfter(times[after], days, zone), workingDays, zone);
}

function shownMessage(
  { as, way = 'chat', instead }: Sending,
  occasion: Occasion,
  persona: Persona,
  { scene, times }: { readonly scene: Scene; readonly times: Times },
): ShownMessage {
  const { after, days = 0, workingDays = 0 } = occasion;
  const { zone } = scene.programme;
  const due = dueOf(occasion, scene, times);
  const inWorkingHours = as.when !== 'now';
  const what = occasion.show(scene, persona);
  const entry = 'subject' in what ? { subject: what.subject, body: what.body } : undefined;
  const first = 'subject' in what ? undefined : what;
  return {
    ...{ kind: as.kind, way, after, days, workingDays, inWorkingHours },
    at: inWorkingHours ? nextWorkingMoment(due, { ...usualHours, zone }) : due,
    budget: isUnsolicited(as) && !instead ? 'counts' : 'free',
    refusal: refusalOf(as, persona, after),
    ...(entry ? { entry } : {}),
    ...(first && way === 'chat' ? { preview: first.summary } : {}),
    ...asSent(scene, first),
    answers: first ? shownAnswers(scene, first, occasion.answers?.(scene, persona) ?? []) : [],
  };
}

function asSent({ language }: Scene, card: Card | undefined) {
  const sent = card && { card: { ...adaptiveCard(card, () => exampleId), lang: language } };
  return { ...sent, folded: card ? foldedIn(card) : [] };
}

/** Each list of choices that a card shows only when it is opened, once. */
function foldedIn({ body }: Card): string[][] {
  const lists = body.flatMap(({ type, style, choices }) =>
    type === 'Input.ChoiceSet' && style === 'compact' && Array.isArray(choices) ? [choices] : [],
  );
  const titles = lists.map((choices) => choices.map(({ title }: { title: string }) => title));
  return [...new Map(titles.map((list) => [list.join('\n'), list])).values()];
}

/** Under the title of the button that brings it: on the card itself or on one that stands in its place by then. */
function shownAnswers(scene: Scene, first: Card, answers: readonly Answer[]): ShownAnswer[] {
  const before = [first];
  return answers.map((one) => {
    const buttons = before.toReversed().flatMap((card) => card.buttons ?? []);
    const press = one.press ?? buttons.find(({ verb }) => verb === one.verb)?.title ?? '';
    const card = 'card' in one ? one.card : undefined;
    if (card) before.push(card);
    const text = 'text' in one ? { text: one.text } : {};
    return { press, again: 'again' in one, late: one.late === true, ...text, ...asSent(scene, card) };
  });
}

/** What a person did, to which the message is the answer. */
const ownDoings: readonly Event[] = ['app-came', 'wrote-to-bot', 'pressed-old-card', 'course-wanted'];

export function refusalOf({ invitation }: SendRule, persona: Persona, after: Event): Refusal {
  if (invitation) return 'do-not-ask';
  if (persona === 'coordinator') return 'leave-team';
  if (persona === 'manager') return 'untick';
  if (persona === 'adviser') return 'off-duty';
  if (persona === 'everyone') return 'channel';
  if (ownDoings.includes(after)) return 'own-doing';
  if (after === 'private-talk-wanted') return 'own-tick';
  if (after === 'story-wanted' || after === 'story-written' || after === 'story-translated') return 'leave-unanswered';
  const isInPair = persona === 'mentee' || persona === 'mentor';
  if (after === 'published' || after === 'mentee-agreed')
    return isInPair || persona === 'leaves' ? 'say-no' : 'withdraw';
  return isInPair ? 'pause-or-end' : 'withdraw';
}

/** Through a letterbox as real messages go: what would be too much in a day comes later, in a month it waits in the tab. */
function inTheirTurn(messages: readonly ShownMessage[], zone: string): ShownMessage[] {
  let box = emptyLetterbox;
  const hours = { ...usualHours, zone };
  const sent = messages.map((one, place): ShownMessage => {
    if (one.way !== 'chat') return one;
    const which = { sendId: String(place), table: 'programmes', partition: exampleId, kind: one.kind } as const;
    const wanted = { ...which, answers: !one.inWorkingHours, unsolicited: one.budget === 'counts' };
    for (let at = one.at; ;) {
      const moment = { now: at, machine: at, hours };
      const turn = turnOf(box, wanted, moment, true);
      if (turn.is === 'in-tab') return { ...one, at, budget: 'in-tab' };
      if (turn.is === 'go') {
        box = settingOut(box, wanted, moment, turn);
        return { ...one, at };
      }
      if (turn.is !== 'wait' || turn.until - one.at > 30 * day) return one;
      at = turn.until;
    }
  });
  return sent.sort((a, b) => a.at - b.at);
}
