/** The card that asks, with who reads what before the first question, and the cards that take its place. */
import { heading, paragraph, subtle, type Card, type CardElement } from '../../platform/cards.ts';
import { sayDay, type Language } from '../../platform/words.ts';
import { floors } from '../release/model.ts';
import type { Kept } from '../release/answers/model.ts';
import { supportItems, supportMinutes, type QuestionTexts } from './questions/model.ts';
import { supportTexts } from './questions/rules.ts';
import { say } from './words.ts';

/** What stands for "I prefer not to say" among 1 to 5. */
export const skipped = 'skipped';

export interface Invitation {
  readonly surveyId: string;
  readonly closesAt: number;
  readonly zone: string;
  /** From how many answers on a figure is told. */
  readonly floor: number;
}

export function inviteCard(language: Language, { surveyId, closesAt, zone, floor }: Invitation): Card {
  const texts = supportTexts(language);
  const day = sayDay(language, closesAt, zone);
  const subject = { surveyId };
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(texts.title),
      paragraph(texts.intro),
      paragraph(say(language, 'card.until', { minutes: supportMinutes, day })),
      { ...paragraph(say(language, 'privacy.title')), weight: 'Bolder', spacing: 'Medium' },
      subtle(say(language, 'privacy.anonymous')),
      subtle(say(language, 'privacy.floor', { floor })),
      subtle(say(language, 'privacy.parts', { least: floors.text })),
      subtle(say(language, 'privacy.final')),
      ...supportItems.map(({ id }) => question(language, texts, id)),
    ],
    buttons: [
      { title: say(language, 'card.send'), verb: 'surveys.answer', subject, style: 'positive' },
      { title: say(language, 'card.page'), verb: 'surveys.page', subject, opens: 'dialog', inputs: 'none' },
    ],
  };
}

/** Folded in, since eight lists of six would be a long way down on a phone. */
function question(language: Language, texts: QuestionTexts, id: keyof QuestionTexts['items']): CardElement {
  const skip = texts.preferNotToSay;
  const rated = texts.scale.map((title, place) => ({ title, value: String(place + 1) }));
  return {
    type: 'Input.ChoiceSet',
    id,
    label: texts.items[id].text,
    style: 'compact',
    placeholder: say(language, 'card.choose'),
    choices: [...rated, { title: skip, value: skipped }],
    isRequired: true,
    errorMessage: say(language, 'card.wrong', { skip }),
    spacing: 'Medium',
  };
}

const words = { kept: 'thanks', 'already-answered': 'already', closed: 'over' } as const;

/** What takes the card's place: thanks, or kindly that it was answered before, or is over. Nothing of what was said. */
export function outcomeCard(language: Language, outcome: Kept): Card {
  const title = say(language, `${words[outcome]}.title`);
  return { summary: title, body: [heading(title), paragraph(say(language, `${words[outcome]}.text`))] };
}
