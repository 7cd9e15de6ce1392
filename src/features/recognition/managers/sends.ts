/** What thanks to managers send: one card, because somebody wished it. */
import { receiverIn, type Sending } from '../../programmes/rehearsal/model.ts';
import { managerCard } from './cards.ts';
import { reasons } from './model.ts';

export const thankingManager: Sending = {
  as: { kind: 'recognition.tell-manager' },
  occasions: [
    {
      to: ['manager'],
      after: 'manager-thanked',
      show: (scene) =>
        managerCard(scene.language, {
          ...{ name: receiverIn(scene, 'mentor').name, programme: scene.programme.name, reasons },
        }),
    },
  ],
};
