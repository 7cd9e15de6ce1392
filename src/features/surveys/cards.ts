/** The card that asks, with who reads what before the first question, and the cards that take its place. */
import {
  heading,
  paragraph,
  subtle,
  type Card,
  type CardButton,
  type CardElement,
  type Choice,
} from '../../platform/cards.ts';
import { sayDay, type Language } from '../../platform/words.ts';
import { floors } from '../release/model.ts';
import type { Kept, Mode } from '../release/answers/model.ts';
import { longest, points, type AskedQuestion, type AskedSet } from './questions/model.ts';
import { isText, skipped } from './questions/rules.ts';
import { say } from './words.ts';

export interface Invitation {
  readonly surveyId: string;
  readonly closesAt: number;
  readonly zone: string;
  /** From how many answers on a figure is told. */
  readonly floor: number;
  readonly mode: Mode;
  readonly asks: AskedSet;
  /** It is short and simple enough to be answered in the card. */
  readonly isWhole: boolean;
  /** It was asked before. */
  readonly isReminder?: boolean;
}

export function inviteCard(language: Language, invitation: Invitation): Card {
  const { surveyId, closesAt, zone, floor, mode, asks, isWhole, isReminder = false } = invitation;
  const day = sayDay(language, closesAt, zone);
  const subject = { surveyId };
  const page: CardButton = { title: say(language, 'card.page'), verb: 'surveys.page', subject, opens: 'dialog' };
  const send: CardButton = { title: say(language, 'card.send'), verb: 'surveys.answer', subject, style: 'positive' };
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(asks.title),
      ...(isReminder ? [paragraph(say(language, 'card.reminder'))] : []),
      paragraph(asks.intro),
      paragraph(say(language, 'card.until', { minutes: asks.minutes, day })),
      { ...paragraph(say(language, 'privacy.title')), weight: 'Bolder', spacing: 'Medium' },
      subtle(say(language, `privacy.${mode}`)),
      subtle(say(language, 'privacy.floor', { floor })),
      ...(asks.items.some(isText) ? [subtle(say(language, 'privacy.texts', { least: floors.text }))] : []),
      subtle(say(language, 'privacy.parts', { least: floors.text })),
      subtle(say(language, mode === 'anonymous' ? 'privacy.final' : 'privacy.change')),
      ...(isWhole ? asks.items.map((one) => question(language, one)) : []),
    ],
    buttons: isWhole ? [send, { ...page, inputs: 'none' }] : [{ ...page, style: 'positive' }],
  };
}

/** Folded in, since eight lists of six would be a long way down on a phone. */
function question(language: Language, one: AskedQuestion): CardElement {
  const skip = say(language, 'scale.skip');
  const head = { id: one.id, label: one.text, spacing: 'Medium', errorMessage: say(language, 'card.wrong', { skip }) };
  if (one.kind === 'short') return { type: 'Input.Text', ...head, maxLength: longest.short };
  const choices = [...choicesOf(language, one), { title: skip, value: skipped }];
  const placeholder = say(language, 'card.choose');
  const several =
    one.kind === 'several' ? { isMultiSelect: true, style: 'expanded', wrap: true } : { style: 'compact' };
  return { type: 'Input.ChoiceSet', ...head, ...several, placeholder, choices, isRequired: true };
}

/** Numbers in at most 21 steps: nothing finer is kept anyway. */
function choicesOf(language: Language, { kind, options, range, ends }: AskedQuestion): Choice[] {
  if (options) return options.map(({ id, text }) => ({ title: text, value: id }));
  if (kind === 'agree')
    return points.map((point) => ({ title: say(language, `scale.${point}`), value: String(point) }));
  if (kind === 'zero-ten')
    return Array.from({ length: 11 }, (_, value) => ({
      title: [String(value), value === 0 ? ends?.low : value === 10 ? ends?.high : undefined]
        .filter(Boolean)
        .join(': '),
      value: String(value),
    }));
  const { least = 0, most = 0 } = range ?? {};
  const step = Math.max(1, Math.ceil((most - least) / 20));
  return Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, place) => String(least + place * step)).map(
    (value) => ({ title: value, value }),
  );
}

const words = { kept: 'thanks', replaced: 'replaced', 'already-answered': 'already', closed: 'over' } as const;

/** What takes the card's place: thanks, or kindly that it was answered before or anew, or is over. Nothing of what was said. */
export function outcomeCard(language: Language, outcome: Kept): Card {
  const title = say(language, `${words[outcome]}.title`);
  return { summary: title, body: [heading(title), paragraph(say(language, `${words[outcome]}.text`))] };
}
