/** What follows when somebody wants to be heard: to coordinators that they ask for a word or wrote, to the partner that they wrote. */
import { callName } from '../../people/model.ts';
import { exampleId, partnerIn, type Sending } from '../../programmes/rehearsal/model.ts';
import { contactCard, notedCard, wroteCard } from './cards.ts';

export const tellingCoordinator: Sending = {
  as: { kind: 'checkins.tell-coordinator' },
  occasions: [
    {
      to: ['coordinator'],
      after: 'contact-wanted',
      show: ({ language, mentee: { name }, programme }) =>
        contactCard(language, { name, programme: programme.name, programmeId: programme.id }),
    },
  ],
};

export const tellingNote: Sending = {
  as: { kind: 'checkins.tell-note' },
  occasions: [
    {
      to: ['coordinator'],
      after: 'note-to-coordinators',
      show: ({ language, mentee: { name }, programme }) =>
        notedCard(language, { name, programme: programme.name, programmeId: programme.id }),
    },
  ],
};

export const tellingPartner: Sending = {
  as: { kind: 'checkins.tell-partner' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'note-to-partner',
      show: (scene, to) => {
        const at = { programmeId: scene.programme.id, pairId: exampleId };
        return wroteCard(scene.language, { ...at, name: callName(partnerIn(scene, to)) });
      },
    },
  ],
};
