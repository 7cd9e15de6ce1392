/** What is sent about pairs: the offer with one reminder, its end, the beginning, what a partner changed, and a word to those without. */
import {
  exampleId,
  partnerIn,
  sideIn,
  type Answer,
  type Event,
  type Occasion,
  type Persona,
  type Scene,
  type Sending,
} from '../programmes/rehearsal/model.ts';
import {
  backCard,
  begunCard,
  changeCard,
  declineCard,
  notNowCard,
  offerCard,
  stateCard,
  unmatchedCard,
} from './cards.ts';
import type { CardFacts } from './cards.ts';
import type { Pair } from './model.ts';
import { reminderWorkingDays } from './rules.ts';

const reasons: Pair['reasons'] = [
  { kind: 'topics', about: ['career-planning', 'visibility'] },
  { kind: 'values', about: ['honesty', 'curiosity'] },
  { kind: 'seniority', about: [] },
];

function facts(scene: Scene, to: Persona, more: Partial<Pair> = {}): CardFacts {
  const { language, programme, mentee, mentor } = scene;
  const ids = { id: exampleId, programmeId: programme.id, proposalId: exampleId };
  const offered: Pair = { ...ids, menteeId: mentee.id, mentorId: mentor.id, state: 'offered', reasons, offeredAt: 0 };
  const agreed = sideIn(to) === 'mentor' ? ({ menteeSaid: 'yes' } as const) : {};
  const pair = { ...offered, ...agreed, ...more };
  return { language, pair, side: sideIn(to), partner: partnerIn(scene, to), programmeName: programme.name };
}

/** Yes: thanks, or the beginning where both have said it. No: asked once more, then a kind end. */
function answersToOffer(scene: Scene, to: Persona): Answer[] {
  const told = facts(scene, to);
  const isLast = sideIn(to) === 'mentor';
  const yes = facts(scene, to, isLast ? { mentorSaid: 'yes', state: 'active' } : { menteeSaid: 'yes' });
  const no = facts(scene, to, { ...(isLast ? { mentorSaid: 'no' } : { menteeSaid: 'no' }), state: 'declined' });
  return [
    ...(to === 'leaves' ? [] : [{ verb: 'pairs.accept', card: stateCard(yes) }]),
    { verb: 'pairs.decline', card: declineCard(scene.language, told.pair) },
    { verb: 'pairs.confirmDecline', card: stateCard(no) },
    { verb: 'pairs.showOffer', again: true },
    ...(['active', 'paused', 'ended', 'withdrawn'] as const).map((state) => ({
      ...({ verb: 'pairs.decline', late: true, card: stateCard(facts(scene, to, { state })) } as const),
    })),
  ];
}

const askedAfter: readonly Pick<Occasion, 'to' | 'after'>[] = [
  { to: ['mentee', 'leaves'], after: 'published' },
  { to: ['mentor'], after: 'mentee-agreed' },
];

export const asking: Sending = {
  as: { kind: 'pairs.ask' },
  occasions: askedAfter.map((one) => ({
    ...one,
    show: (scene, to) => offerCard(facts(scene, to)),
    answers: answersToOffer,
  })),
};

export const reminding: Sending = {
  as: { kind: 'pairs.remind' },
  occasions: askedAfter.map((one) => ({
    ...one,
    workingDays: reminderWorkingDays,
    show: (scene, to) => offerCard(facts(scene, to), true),
    answers: answersToOffer,
  })),
};

export const tellingNotNow: Sending = {
  as: { kind: 'pairs.tellNotNow' },
  occasions: [
    {
      to: ['mentee-unmatched', 'mentor-unmatched'],
      after: 'other-declined',
      show: ({ language }, to) => notNowCard(language, sideIn(to)),
    },
  ],
};

export const tellingUnmatched: Sending = {
  as: { kind: 'pairs.tellUnmatched' },
  occasions: [
    {
      to: ['mentee-unmatched', 'mentor-unmatched'],
      after: 'published',
      show: ({ language, programme }, to) => unmatchedCard(language, sideIn(to), programme.name),
    },
  ],
};

export const tellingBegun: Sending = {
  as: { kind: 'pairs.tellBegun' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'pair-began',
      show: (scene, to) => begunCard(facts(scene, to, { state: 'active' })),
    },
  ],
};

const change = (after: Event, state: 'paused' | 'active' | 'ended', more: Partial<Pair> = {}): Occasion => ({
  to: ['mentee', 'mentor'],
  after,
  show: (scene, to) => changeCard(facts(scene, to, more), state),
});

/** One for each of the closing lines. */
const partings = ['a', 'b', 'c'].map((id) => change('pair-ended', 'ended', { id }));

export const tellingChange: Sending = {
  as: { kind: 'pairs.tellChange' },
  occasions: [change('partner-paused', 'paused'), change('partner-back', 'active'), ...partings],
};

export const askingBack: Sending = {
  // It follows from the break that one of the two took.
  as: { kind: 'pairs.askBack' },
  occasions: [
    {
      to: ['mentee', 'mentor'],
      after: 'break-over',
      show: (scene, to) => backCard(facts(scene, to, { state: 'paused' })),
      answers: (scene, to) => [
        { verb: 'pairs.goOn', card: stateCard(facts(scene, to, { state: 'active' })) },
        { verb: 'pairs.longer', card: stateCard(facts(scene, to, { state: 'paused' })) },
      ],
    },
  ],
};

export const pairsSends: readonly Sending[] = [
  ...[asking, reminding, tellingNotNow, tellingUnmatched, tellingBegun, tellingChange, askingBack],
];
