/** Cards about rounds: the waiting list was taken up, and coordinators look at it today. The summaries name no programme. */
import { heading, paragraph, plain, subtle, type Card, type CardButton } from '../../../platform/cards.ts';
import { sayDay, type Language } from '../../../platform/words.ts';
import type { Programme } from '../../programmes/model.ts';
import { say } from './words.ts';

type Of = Pick<Programme, 'id' | 'name' | 'zone'>;

export function lookButton(language: Language, programmeId: string): CardButton {
  const title = say(language, 'card.look');
  return { title, verb: 'recruitment.apply', subject: { programmeId }, opens: 'dialog' };
}

export interface TakenUp {
  readonly programme: Of;
  readonly closesOn: string;
  /** Was not matched last time. */
  readonly waited: boolean;
}

export function takenUpCard(language: Language, { programme, closesOn, waited }: TakenUp): Card {
  const day = sayDay(language, Date.parse(closesOn), programme.zone);
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'taken.title', { programme: plain(programme.name) })),
      paragraph(say(language, 'taken.text')),
      ...(waited ? [paragraph(say(language, 'taken.first'))] : []),
      paragraph(say(language, 'taken.until', { day })),
      subtle(say(language, 'taken.out')),
    ],
    buttons: [lookButton(language, programme.id)],
  };
}

/** For a coordinator, who does the rest in the tab. */
export function listCard(language: Language, programme: Of, count: number): Card {
  return {
    summary: say(language, 'look.summary'),
    body: [
      heading(say(language, 'look.title', { programme: plain(programme.name) })),
      paragraph(say(language, 'look.text', { count })),
      subtle(say(language, 'look.do')),
    ],
  };
}
