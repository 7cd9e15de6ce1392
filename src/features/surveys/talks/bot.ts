/** Door: yes, no, not now, and taking a yes back, in the card itself. An old card says kindly that the places are taken or it is over. */
import { z } from 'zod';
import { cardAction, type CardAction } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { answerTalk } from './asking/usecases.ts';
import { answeredCard } from './cards.ts';
import { talkAnswers } from './model.ts';

export const talksActions: readonly CardAction[] = [
  cardAction({
    verb: 'surveys.answer-talk',
    subject: z.strictObject({ talkId: id, answer: z.enum(talkAnswers) }),
    inputs: z.object({ quote: z.enum(['yes', 'no']).catch('no') }),
    run: async (deps, press) => {
      const { talkId, answer } = press.subject;
      const { personId, language } = press.caller;
      const said = { answer, mayQuote: press.inputs.quote === 'yes' };
      return { kind: 'card', card: answeredCard(language, talkId, await answerTalk(deps, personId, talkId, said)) };
    },
  }),
];
