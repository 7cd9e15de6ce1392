/** What check-ins send: short questions to both of a pair, by the programme's plan, and what follows when somebody wants to be heard. */
import {
  exampleId,
  partnerIn,
  type Answer,
  type Occasion,
  type Persona,
  type Scene,
  type Sending,
} from '../programmes/rehearsal/model.ts';
import { daysAfter, endOfDay } from '../../platform/clock.ts';
import { ratedOf } from './asks/rules.ts';
import { checkInCard, type Asked } from './cards.ts';
import { differencesIn } from './differing/rules.ts';
import { daysOf, kindOf, metAnswers, putOffWays, type Compared, type Round, type Said } from './model.ts';
import { readersFor } from './noting/rules.ts';
import { putOffCard } from './putting-off/cards.ts';
import { isPlanned, putOffDays, type Course } from './rules.ts';
import { tellingCoordinator, tellingNote, tellingPartner } from './telling/sends.ts';
import { thanksCard } from './telling/cards.ts';
import { say } from './words.ts';
import { usualCheckIns } from '../programmes/model.ts';

function asked(scene: Scene, to: Persona, round: Round): Asked {
  const { id: programmeId } = scene.programme;
  const partner = { name: partnerIn(scene, to).name };
  const readers = [...readersIn(round), ...(scene.hasAdvisers ? (['adviser'] as const) : [])];
  return { programmeId, pairId: exampleId, round, partner, readers };
}

const readersIn = (round: Round) => readersFor({ state: 'active' }, round);

interface Thanked {
  readonly said: Said;
  readonly compared: Compared;
}

/** Thanks without and with a note, "please contact me" and what the two may be told. */
function thanked({ texts, language }: Scene, round: Round): Thanked[] {
  if (kindOf(round) === 'met')
    return metAnswers.map((met) => ({
      ...{ said: { round: 'day-14', met, contact: met === 'not-yet' }, compared: 'off' },
    }));
  const ratings = Object.fromEntries(ratedOf(round).map(({ id }) => [id, 4]));
  const said = { round, ratings, note: '', contact: false, noteFor: 'nobody' } as const;
  const plain: Thanked = { said, compared: 'off' };
  const noted = readersIn(round).map((noteFor): Thanked => ({
    ...{ said: { ...said, note: texts.note, noteFor, contact: noteFor === 'coordinator' }, compared: 'off' },
  }));
  const differ = differencesIn(
    language,
    round,
    ratedOf(round).map(({ id }) => id),
  );
  const compared: Compared[] = differ.length > 0 ? ['waits', 'alike', differ] : [];
  return [plain, ...noted, ...compared.map((one) => ({ ...plain, compared: one }))];
}

function answersTo(scene: Scene, to: Persona, round: Round): Answer[] {
  const one = asked(scene, to, round);
  const partner = one.partner.name;
  const { language, programme } = scene;
  const thanks = thanked(scene, round).map(({ said, compared }) => ({
    ...('met' in said
      ? { verb: 'checkins.met', press: say(language, `met.${said.met}`) }
      : { verb: 'checkins.answer' }),
    card: thanksCard(language, { ...one, said, partner, compared, mayConfide: one.readers.includes('adviser') }),
  }));
  const again = daysAfter(scene.meetingAt, putOffDays, programme.zone);
  const putOff = putOffWays.map((way) => ({
    ...{ verb: 'checkins.put-off', press: say(language, `put.${way}`) },
    card: putOffCard(language, one, { way, again, zone: programme.zone }),
  }));
  const back = { verb: 'checkins.change', press: say(language, 'put.answer'), again: true } as const;
  return [...thanks, { verb: 'checkins.change', again: true }, ...putOff, back];
}

/** Of a programme in full course, at the moment of a round. */
function courseIn({ programme }: Scene, round: Round, due: number): Course {
  const { zone, endsOn, checkIns: plan = usualCheckIns } = programme;
  const activeAt = daysAfter(due, -daysOf(round), zone);
  return { state: 'active', activeAt, endedAt: undefined, programme: { zone, endsOn, stage: 'run', stageAt: 0 }, plan };
}

/** The programme's plan as it is chosen now, within its dates. */
function isAskedIn(scene: Scene, round: Round, due: number): boolean {
  const { zone, endsOn, checkIns = usualCheckIns } = scene.programme;
  const kind = kindOf(round);
  if (kind === 'close' || kind === 'later') return kind === 'close' ? checkIns.close : checkIns.later;
  return kind !== 'regular' || (due < endOfDay(endsOn, zone) && isPlanned(round, courseIn(scene, round, due)));
}

const halfAYear = 183;

function momentOf(round: Round): Pick<Occasion, 'after' | 'days'> {
  const kind = kindOf(round);
  if (kind === 'close') return { after: 'programme-closed' };
  return kind === 'later'
    ? { after: 'programme-closed', days: halfAYear }
    : { after: 'pair-began', days: daysOf(round) };
}

const inRound = (round: Round): Occasion => ({
  to: ['mentee', 'mentor'],
  ...momentOf(round),
  fits: (scene, due) => isAskedIn(scene, round, due),
  show: (scene, to) => checkInCard(scene.language, asked(scene, to, round)),
  answers: (scene, to) => answersTo(scene, to, round),
});

/** Programmes last a year at most, and a little. */
const regular = Array.from({ length: 13 }, (_, place) => `day-${(place + 2) * 30}`);

/** The same, with a line about an agreement that is three months old by then; one round stands for all that may hold it. */
const withAgreement = (round: Round): Occasion => ({
  ...inRound(round),
  show: (scene, to) => checkInCard(scene.language, { ...asked(scene, to, round), isAgreementDue: true }),
});

export const asking: Sending = {
  as: { kind: 'checkins.ask', unsolicited: true, topic: 'check-ins' },
  occasions: ['day-14', 'day-30', ...regular, 'close', 'after-six-months'].map((one) =>
    one === 'day-150' ? withAgreement(one) : inRound(one),
  ),
};

/** Of each kind of round one stands for all. */
export const askingAgain: Sending = {
  as: { kind: 'checkins.ask-again', topic: 'check-ins' },
  occasions: ['day-14', 'day-30', 'day-90', 'close', 'after-six-months'].map((round) => ({
    to: ['mentee', 'mentor'],
    after: 'check-in-put-off',
    show: (scene, to) => checkInCard(scene.language, { ...asked(scene, to, round), isAgain: true }),
    answers: (scene, to) => answersTo(scene, to, round),
  })),
};

export const checkinsSends: readonly Sending[] = [
  ...[asking, askingAgain, tellingCoordinator, tellingNote, tellingPartner],
];
