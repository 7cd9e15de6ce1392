/** What findings send: to everybody who was asked, what was said and what comes of it. */
import { exampleId, type Sending } from '../../programmes/rehearsal/model.ts';
import { toldCard } from './cards.ts';

export const tellingPeople: Sending = {
  as: { kind: 'insights.tell-findings', unsolicited: true, topic: 'outcomes' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'findings-told',
      show: ({ language, programme, texts }) => {
        const { id: programmeId, name, endsOn } = programme;
        const { said, why, what } = { said: texts.finding, why: texts.reason, what: texts.change };
        const lines = [{ said, why, what, choice: 'change' as const, until: endsOn }];
        return toldCard(language, { programme: name, programmeId: programmeId || exampleId }, lines);
      },
    },
  ],
};
