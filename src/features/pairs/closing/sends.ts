/** What is sent at the end of a pair: an invitation to look back, and a closing card to both. */
import { exampleId, partnerIn, type Persona, type Scene, type Sending } from '../../programmes/rehearsal/model.ts';
import type { Pair } from '../model.ts';
import { closingCard, lookBackCard } from './cards.ts';

function told(scene: Scene, to: Persona) {
  const { language, programme, mentee, mentor } = scene;
  const ids = { id: exampleId, programmeId: programme.id, proposalId: exampleId };
  const pair: Pair = { ...ids, menteeId: mentee.id, mentorId: mentor.id, state: 'active', reasons: [], offeredAt: 0 };
  return { language, pair, partner: partnerIn(scene, to) };
}

export const suggestingClosing: Sending = {
  as: { kind: 'pairs.lookBack', unsolicited: true, topic: 'tips' },
  occasions: [
    {
      ...{ to: ['mentee', 'mentor'], after: 'end-near' },
      show: (scene, to) => lookBackCard(told(scene, to)),
    },
  ],
};

export const tellingClosing: Sending = {
  as: { kind: 'pairs.tellClosing' },
  occasions: [{ to: ['mentee', 'mentor'], after: 'rounded-off', show: (scene, to) => closingCard(told(scene, to)) }],
};

export const closingSends: readonly Sending[] = [suggestingClosing, tellingClosing];
