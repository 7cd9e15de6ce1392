import {
  choose,
  heading,
  paragraph,
  plain,
  subtle,
  type Card,
  type CardButton,
  type CardElement,
} from '../../platform/cards.ts';
import { beginOfDay } from '../../platform/clock.ts';
import { sayDay, type Language } from '../../platform/words.ts';
import type { Programme } from '../programmes/model.ts';
import type { Role } from '../recruitment/model.ts';
import { isOfTandem, type Asked, type Box, type NextCourse, type ShownCourse } from './model.ts';
import { inOtherLanguage, linkCard } from './own/cards.ts';
import { say } from './words.ts';

type InPath = Pick<NextCourse, 'id' | 'title' | 'minutes'>;

export interface Offered {
  readonly role: Role;
  /** What of the path is not done yet, in its order. */
  readonly left: readonly InPath[];
  /** The programme matches only who has done it. */
  readonly isGated: boolean;
}

/** The offer after applying: the whole path in one card. "Start" goes on where the person is when they press it. */
export function offerCard(language: Language, { role, left, isGated }: Offered): Card {
  const [first] = left;
  const ours = left.filter(({ id }) => !isOfTandem(id)).length;
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'offer.title', { count: left.length })),
      paragraph(say(language, `offer.${role}`, { minutes: minutesOf(left) })),
      ...(ours > 0 ? [paragraph(say(language, 'offer.ours', { count: ours }))] : []),
      ...(first ? [paragraph(say(language, 'offer.first', told(first)))] : []),
      ...(isGated ? [paragraph(say(language, 'offer.gate'))] : []),
      subtle(say(language, 'offer.note')),
    ],
    buttons: first ? [startButton(language, first), coursesButton(language)] : [coursesButton(language)],
  };
}

export interface Reminded {
  readonly programme: Pick<Programme, 'name' | 'zone'>;
  readonly closesOn: string;
  readonly left: readonly InPath[];
  readonly isGated: boolean;
}

/** A week before the last day to apply. */
export function remindCard(language: Language, { programme, closesOn, left, isGated }: Reminded): Card {
  const day = sayDay(language, beginOfDay(closesOn, programme.zone), programme.zone);
  const told = { programme: plain(programme.name), day, minutes: minutesOf(left) };
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'remind.title', { count: left.length })),
      paragraph(say(language, 'remind.text', told)),
      ...(isGated ? [paragraph(say(language, 'remind.gate'))] : []),
      listOf(left),
    ],
    buttons: [...left.slice(0, 1).map((first) => startButton(language, first)), coursesButton(language)],
  };
}

/** To whom the gate left out of a match: what is left, and that their place is kept. */
export function missingCard(
  language: Language,
  { programme, left }: { readonly programme: Pick<Programme, 'name'>; readonly left: readonly InPath[] },
): Card {
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'missing.title', { programme: plain(programme.name) })),
      paragraph(say(language, 'missing.text', { count: left.length })),
      paragraph(say(language, 'missing.courses')),
      listOf(left),
      subtle(say(language, 'missing.note')),
    ],
    buttons: [...left.slice(0, 1).map((first) => startButton(language, first)), coursesButton(language)],
  };
}

const minutesOf = (left: readonly InPath[]): number => left.reduce((sum, { minutes }) => sum + minutes, 0);
const listOf = (left: readonly InPath[]): CardElement =>
  paragraph(left.map(({ title }) => `- ${plain(title)}`).join('\n'));
const told = ({ title, minutes }: InPath) => ({ title: plain(title), minutes });

function startButton(language: Language, { id: courseId }: InPath, title = say(language, 'start')): CardButton {
  return { title, verb: 'training.step', subject: { courseId } };
}

function coursesButton(language: Language): CardButton {
  return { title: say(language, 'courses.open'), verb: 'training.courses', subject: {}, opens: 'dialog' };
}

/** One step; after a choice what follows from it, and the way to choose again. The last step ends the course. */
export function stepCard(language: Language, course: ShownCourse, place: number, chosen?: number): Card {
  if (course.link) return linkCard(language, course, course.link, say(language, 'card.summary'));
  const step = course.steps[place];
  if (!step) return doneCard(language, course);
  const position = say(language, 'position', { step: place + 1, steps: course.steps.length });
  const choice = chosen === undefined ? undefined : step.asked?.choices[chosen];
  const answer = choice && [paragraph(say(language, 'chosen', { text: choice.text })), paragraph(choice.effect)];
  const asked =
    step.asked && (answer ? [paragraph(`**${step.asked.ask}**`), ...answer] : [question(language, step.asked)]);
  return {
    summary: say(language, 'card.summary'),
    body: [
      ...[subtle(`${plain(course.title)} · ${position}`), ...inOtherLanguage(language, course)],
      ...[heading(plain(step.title)), ...texts(step.text)],
      ...(asked ?? []),
      ...(step.box ? [boxed(language, step.box, step.title)] : []),
    ],
    buttons: buttonsOf(language, course, place, {
      isAsked: step.asked !== undefined,
      isAnswered: choice !== undefined,
    }),
  };
}

/** As a list: whole sentences would be cut off on buttons. */
function question(language: Language, { ask, choices }: Asked): CardElement {
  const answers = choices.map(({ text }, place) => ({ title: text, value: String(place) }));
  return choose('answer', ask, answers, say(language, 'wrong'));
}

function buttonsOf(
  language: Language,
  course: ShownCourse,
  place: number,
  { isAsked, isAnswered }: { isAsked: boolean; isAnswered: boolean },
): CardButton[] {
  const subject = { courseId: course.id, step: String(place) };
  if (!isAsked) return [onward(language, course, place)];
  if (!isAnswered) return [{ title: say(language, 'answer'), verb: 'training.choose', subject }];
  return [onward(language, course, place), { title: say(language, 'again'), verb: 'training.step', subject }];
}

function onward(language: Language, { id: courseId, steps }: ShownCourse, place: number): CardButton {
  if (place === steps.length - 1)
    return { title: say(language, 'finish'), verb: 'training.done', subject: { courseId } };
  return { title: say(language, 'next'), verb: 'training.step', subject: { courseId, step: String(place + 1) } };
}

const texts = (text: string) =>
  text
    .split(/\n\n+/)
    .filter((part) => part.trim() !== '')
    .map(paragraph);

/** Set apart from the text: what to do, or to keep; named, unless the heading above says so already. */
function boxed(language: Language, { kind, text }: Box, above = ''): CardElement {
  const name = say(language, `box.${kind}`);
  const items = [...(above.startsWith(name) ? [] : [subtle(name)]), ...texts(text)];
  return { type: 'Container', style: 'emphasis', items };
}

/** What the path goes on with, or that it is done. */
export type AfterCourse = InPath | 'path-done' | undefined;

/** The end: what to take along stays to be read in the chat. */
export function doneCard(
  language: Language,
  { id: courseId, title, steps }: Pick<ShownCourse, 'id' | 'title' | 'steps'>,
  after?: AfterCourse,
): Card {
  const open: CardButton = {
    ...{ title: say(language, 'open'), verb: 'training.open', subject: { courseId }, opens: 'dialog' },
  };
  const next = after === 'path-done' ? undefined : after;
  const kept = steps.findLast(({ box }) => box?.kind === 'take-away')?.box;
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'done.title')),
      paragraph(say(language, 'done.text', { title: plain(title) })),
      ...(kept ? [boxed(language, kept)] : []),
      ...(next ? [paragraph(say(language, 'done.next', told(next)))] : []),
      ...(after === 'path-done' ? [paragraph(say(language, 'done.path'))] : []),
    ],
    buttons: [
      ...(next ? [startButton(language, next, say(language, 'done.go'))] : []),
      ...(after === 'path-done' ? [coursesButton(language)] : []),
      open,
    ],
  };
}
