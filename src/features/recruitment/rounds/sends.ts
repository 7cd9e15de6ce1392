/** What is sent about rounds and choosing, and to managers of those who agreed. */
import type { Scene, Sending } from '../../programmes/rehearsal/model.ts';
import { choiceCard } from '../choosing/cards.ts';
import { managerCard } from '../informing/cards.ts';
import { listCard, takenUpCard } from './cards.ts';

const answer = ({ language, programme, texts }: Scene, chosen: boolean) =>
  choiceCard(language, { programme, chosen, criterion: texts.criterion, sentence: texts.note, isStillIn: false });

const withAndWithout: readonly boolean[] = [true, false];

/** Once everybody is decided, all on the same day. */
export const tellingChoice: Sending = {
  as: { kind: 'recruitment.tell-choice' },
  occasions: [
    { to: ['mentee-applied', 'mentor-applied'], after: 'choice-sent', show: (scene) => answer(scene, true) },
    { to: ['mentee-unmatched', 'mentor-unmatched'], after: 'choice-sent', show: (scene) => answer(scene, false) },
  ],
};

export const tellingTakenUp: Sending = {
  as: { kind: 'recruitment.tell-taken-up' },
  occasions: withAndWithout.map((waited) => ({
    to: ['mentee-unmatched', 'mentor-unmatched'] as const,
    after: 'round-begun',
    show: ({ language, programme, call }: Scene) =>
      takenUpCard(language, { programme, closesOn: call.closesOn, waited }),
  })),
};

export const tellingLook: Sending = {
  as: { kind: 'recruitment.tell-look' },
  occasions: [
    { to: ['coordinator'], after: 'list-due', show: ({ language, programme }) => listCard(language, programme, 3) },
  ],
};

/** By itself and in full: it has no place in the tab where it could wait, so its task is due in the manager's working hours. */
export const tellingManager: Sending = {
  as: { kind: 'recruitment.tell-manager', when: 'now' },
  occasions: [
    {
      to: ['manager'],
      after: 'pair-began',
      show: ({ language, programme, mentee }: Scene) =>
        managerCard(language, { name: mentee.name, programmeName: programme.name, hoursAMonth: 2 }),
    },
  ],
};

export const roundsSends: readonly Sending[] = [tellingChoice, tellingTakenUp, tellingLook, tellingManager];
