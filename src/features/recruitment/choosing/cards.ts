/** The answer where there were too few places: kind, with the criterion that decided and what is possible next. */
import { heading, paragraph, plain, type Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import type { Programme } from '../../programmes/model.ts';
import { lookButton } from '../rounds/cards.ts';
import { say } from '../rounds/words.ts';

export interface Told {
  readonly programme: Pick<Programme, 'id' | 'name'>;
  readonly chosen: boolean;
  readonly criterion: string;
  readonly sentence?: string | undefined;
  /** Applied for both sides, and takes part on the other one. */
  readonly isStillIn: boolean;
}

export function choiceCard(language: Language, told: Told): Card {
  const { programme, chosen, criterion, sentence } = told;
  const which = chosen ? ('yes' as const) : ('no' as const);
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `choice.${which}.title`, { programme: plain(programme.name) })),
      paragraph(say(language, `choice.${which}.text`, { criterion: plain(criterion) })),
      ...(sentence === undefined ? [] : [paragraph(say(language, 'choice.sentence', { sentence: plain(sentence) }))]),
      ...nextOf(language, told).map(paragraph),
    ],
    buttons: [lookButton(language, programme.id)],
  };
}

function nextOf(language: Language, { chosen, isStillIn }: Told): string[] {
  if (chosen) return [say(language, 'choice.yes.next')];
  const list = say(language, isStillIn ? 'choice.no.other' : 'choice.no.list');
  return [list, say(language, 'choice.no.meanwhile')];
}
