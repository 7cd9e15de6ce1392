import {
  choose,
  heading,
  paragraph,
  subtle,
  type Card,
  type CardButton,
  type CardElement,
} from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import type { Asked, Box, Course } from './model.ts';
import { say } from './words.ts';

/** The offer after applying: ten minutes, in chat or as a page. "Start" goes on where the person is when they press it. */
export function offerCard(language: Language, course: Course): Card {
  const { title, minutes, id: courseId } = course;
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(title),
      paragraph(say(language, `offer.${course.role}`, { minutes })),
      subtle(say(language, 'offer.note')),
    ],
    buttons: [
      { title: say(language, 'start'), verb: 'training.step', subject: { courseId } },
      { title: say(language, 'open'), verb: 'training.open', subject: { courseId }, opens: 'dialog' },
    ],
  };
}

/** One step; after a choice what follows from it, and the way to choose again. The last step ends the course. */
export function stepCard(language: Language, course: Course, place: number, chosen?: number): Card {
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
      ...[subtle(`${course.title} · ${position}`), heading(step.title), ...texts(step.text)],
      ...(asked ?? []),
      ...(step.box ? [boxed(step.box)] : []),
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
  course: Course,
  place: number,
  { isAsked, isAnswered }: { isAsked: boolean; isAnswered: boolean },
): CardButton[] {
  const subject = { courseId: course.id, step: String(place) };
  if (!isAsked) return [onward(language, course, place)];
  if (!isAnswered) return [{ title: say(language, 'answer'), verb: 'training.choose', subject }];
  return [onward(language, course, place), { title: say(language, 'again'), verb: 'training.step', subject }];
}

function onward(language: Language, { id: courseId, steps }: Course, place: number): CardButton {
  if (place === steps.length - 1)
    return { title: say(language, 'finish'), verb: 'training.done', subject: { courseId } };
  return { title: say(language, 'next'), verb: 'training.step', subject: { courseId, step: String(place + 1) } };
}

const texts = (text: string) =>
  text
    .split(/\n\n+/)
    .filter((part) => part.trim() !== '')
    .map(paragraph);

/** Set apart from the text: what to do, or to keep. */
const boxed = ({ text }: Box): CardElement => ({ type: 'Container', style: 'emphasis', items: texts(text) });

export function doneCard(language: Language, { id: courseId, title }: Course): Card {
  return {
    summary: say(language, 'card.summary'),
    body: [heading(say(language, 'done.title')), paragraph(say(language, 'done.text', { title }))],
    buttons: [{ title: say(language, 'open'), verb: 'training.open', subject: { courseId }, opens: 'dialog' }],
  };
}
