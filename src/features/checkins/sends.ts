/** What check-ins send: two short questions to both of a pair, and to coordinators that somebody asks for a word. */
import {
  exampleId,
  partnerIn,
  type Occasion,
  type Persona,
  type Scene,
  type Sending,
} from '../programmes/rehearsal/model.ts';
import { checkInCard, contactCard, thanksCard } from './cards.ts';
import { metAnswers, rounds, type Round, type Said } from './model.ts';
import { daysOf } from './rules.ts';
import { say } from './words.ts';

function asked(scene: Scene, to: Persona, round: Round) {
  const { id: programmeId } = scene.programme;
  return { programmeId, pairId: exampleId, round, partner: { name: partnerIn(scene, to).name } };
}

const ratings = { 'open-talks': 4, 'next-step': 3, 'more-options': 4, 'often-moved': 'skipped' } as const;

/** Thanks without and with "please contact me". */
function said({ texts }: Scene, round: Round): Said[] {
  if (round === 'day-30')
    return [false, true].map((contact) => ({ round, ratings, contact, note: contact ? texts.note : '' }));
  return metAnswers.map((met) => ({ round, met, contact: met === 'not-yet' }));
}

const answer = { verb: 'checkins.answer' } as const;

const inRound = (round: Round): Occasion => ({
  to: ['mentee', 'mentor'],
  after: 'pair-began',
  days: daysOf[round],
  show: (scene, to) => checkInCard(scene.language, asked(scene, to, round)),
  answers: (scene, to) => [
    ...said(scene, round).map((one) => ({
      ...(one.round === 'day-14' ? { verb: 'checkins.met', press: say(scene.language, `met.${one.met}`) } : answer),
      card: thanksCard(scene.language, asked(scene, to, round), one),
    })),
    { verb: 'checkins.change', again: true },
  ],
});

export const asking: Sending = {
  as: { kind: 'checkins.ask', unsolicited: true },
  occasions: rounds.map(inRound),
};

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

export const checkinsSends: readonly Sending[] = [asking, tellingCoordinator];
