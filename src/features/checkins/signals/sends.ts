/** What signals send: a hint to both of a pair, and what a coordinator writes to them. */
import { callName } from '../../people/model.ts';
import { exampleId, partnerIn, receiverIn, type Occasion, type Sending } from '../../programmes/rehearsal/model.ts';
import { hintCard, letterCard, type Hinted } from './cards.ts';
import { reasonsForAWord } from './model.ts';

const hintOn = (why: Hinted): Occasion => ({
  ...{ to: ['mentee', 'mentor'], after: 'pair-quiet' },
  show: (scene, to) => {
    const partner = callName(partnerIn(scene, to));
    return hintCard(scene.language, why, { programmeId: scene.programme.id, pairId: exampleId, partner });
  },
});

export const hinting: Sending = {
  // Nobody asked for it: it counts for the month.
  as: { kind: 'checkins.hint', unsolicited: true, topic: 'tips' },
  occasions: [hintOn('no-first-meeting'), hintOn('no-next-date'), hintOn('silence')],
};

export const writing: Sending = {
  as: { kind: 'checkins.write' },
  occasions: reasonsForAWord.map((why) => ({
    ...{ to: ['mentee', 'mentor'], after: 'coordinator-writes' },
    show: (scene, to) =>
      letterCard(scene.language, why, { to: callName(receiverIn(scene, to)), from: scene.coordinator.name }),
  })),
};

export const signalsSends: readonly Sending[] = [hinting, writing];
