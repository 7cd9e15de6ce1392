/** What stories send: an invitation to tell one, the question to the partner, news of it, and the post in a channel. */
import { callName } from '../people/model.ts';
import {
  exampleId,
  partnerIn,
  receiverIn,
  type Event,
  type Occasion,
  type Persona,
  type Scene,
  type Sending,
} from '../programmes/rehearsal/model.ts';
import { askCard, cleanUpCard, inviteCard, postCard, toldCard, translationCard, withdrawnPost } from './cards.ts';
import type { News } from './consent/usecases.ts';
import type { Parts, Story } from './model.ts';

const both = ['mentee', 'mentor'] as const;

export const inviting: Sending = {
  as: { kind: 'stories.invite', unsolicited: true, topic: 'stories' },
  occasions: [
    {
      to: both,
      after: 'story-wanted',
      show: ({ language, programme: { id: programmeId, name } }) =>
        inviteCard(language, { programmeId, pairId: exampleId, programme: name }),
    },
  ],
};

function exampleStory(scene: Scene, to: Persona): Story {
  const { texts, programme } = scene;
  return {
    ...{ id: exampleId, programmeId: programme.id, pairId: exampleId, title: texts.title, parts: exampleParts(scene) },
    ...{ named: true, authorId: receiverIn(scene, to).id, partnerId: partnerIn(scene, to).id, state: 'asked' },
    ...{ reach: 'organisation', language: scene.language, topics: [], version: 1, note: texts.note, changedAt: 0 },
  };
}

const exampleParts = ({ texts }: Scene): Parts => ({ before: '', happened: texts.story, changed: '', recommend: '' });

export const asking: Sending = {
  as: { kind: 'stories.ask' },
  occasions: [
    {
      to: both,
      after: 'story-written',
      show: (scene, to) => askCard(scene.language, exampleStory(scene, to), callName(partnerIn(scene, to))),
    },
  ],
};

/** To whoever of the two has not said yes yet. */
export const translating: Sending = {
  as: { kind: 'stories.ask-translation' },
  occasions: [
    {
      to: both,
      after: 'story-translated',
      show: (scene, to) => translationCard(scene.language, exampleStory(scene, to), scene.language),
    },
  ],
};

const told = (after: Event, news: News): Occasion => ({
  to: both,
  after,
  show: (scene, to) =>
    toldCard(scene.language, exampleStory(scene, to), {
      ...{ news, name: callName(partnerIn(scene, to)), until: scene.programme.endsOn },
    }),
});

export const telling: Sending = {
  as: { kind: 'stories.tell' },
  occasions: [
    ...[told('story-agreed', 'agreed'), told('story-to-change', 'changes'), told('story-refused', 'refused')],
    ...[told('story-published', 'published'), told('story-withdrawn', 'withdrawn')],
    ...[told('story-ending', 'ending'), told('story-over', 'over')],
  ],
};

export const posting: Sending = {
  as: { kind: 'stories.post', when: 'now' },
  way: 'channel',
  occasions: [
    {
      to: ['everyone'],
      after: 'story-published',
      show: (scene) =>
        postCard(scene.language, { title: scene.texts.title, parts: exampleParts(scene) }, scene.link('/stories')),
    },
  ],
};

export const takingBack: Sending = {
  as: { kind: 'stories.settle', when: 'now' },
  way: 'channel',
  occasions: [{ to: ['everyone'], after: 'story-withdrawn', show: ({ language }) => withdrawnPost(language) }],
};

export const reminding: Sending = {
  as: { kind: 'stories.tell-clean-up' },
  occasions: [
    {
      to: ['coordinator'],
      after: 'story-withdrawn',
      show: ({ language, programme, texts }) =>
        cleanUpCard(language, { programme, kind: 'newsletter', where: texts.title }),
    },
  ],
};

export const storiesSends: readonly Sending[] = [
  inviting,
  asking,
  translating,
  telling,
  posting,
  takingBack,
  reminding,
];
