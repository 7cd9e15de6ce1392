/** What people read in chat about their pair. No name before its time, nothing that was kept private, a neutral preview. */
import { choose, facts, heading, paragraph, plain, subtle, type Card, type CardButton } from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import type { Reason } from '../matching/model.ts';
import { sayReasons } from '../matching/words.ts';
import { callName, type Person } from '../people/model.ts';
import { partingReasons, type Pair, type Side } from './model.ts';
import { say } from './words.ts';

export interface CardFacts {
  readonly language: Language;
  readonly pair: Pair;
  readonly side: Side;
  readonly partner: Person;
  readonly programmeName: string;
}

const subjectOf = ({ programmeId, id }: Pair): Record<string, string> => ({ programmeId, pairId: id });

export function offerCard(told: CardFacts, again = false): Card {
  const { language, pair, side, partner } = told;
  const name = plain(callName(partner));
  const title = again ? 'remind.title' : (`offer.${side}.title` as const);
  return {
    summary: say(language, 'offer.summary'),
    body: [
      heading(say(language, title, { name })),
      paragraph(say(language, `offer.${side}.text`, { name, programme: plain(told.programmeName) })),
      ...aboutPartner(language, partner),
      ...(partner.kind === 'guest' ? [paragraph(say(language, 'about.outside', { name }))] : []),
      ...why(language, pair.reasons),
      subtle(say(language, `offer.${side}.next`, { name })),
    ],
    buttons: offerButtons(language, pair),
  };
}

function aboutPartner(language: Language, { name, jobTitle, department, site }: Person) {
  const known = [
    [say(language, 'about.name'), name],
    [say(language, 'about.job'), jobTitle],
    [say(language, 'about.department'), department],
    [say(language, 'about.site'), site],
  ] as const;
  return [facts(known.flatMap(([title, value]) => (value ? [[title, plain(value)] as const] : [])))];
}

function why(language: Language, reasons: readonly Reason[]) {
  return [
    paragraph(`**${say(language, 'offer.why')}**`),
    paragraph(
      sayReasons(language, reasons)
        .map((one) => `- ${one}`)
        .join('\n'),
    ),
  ];
}

function offerButtons(language: Language, pair: Pair): CardButton[] {
  const subject = subjectOf(pair);
  return [
    { title: say(language, 'offer.yes'), verb: 'pairs.accept', subject, style: 'positive' },
    { title: say(language, 'offer.no'), verb: 'pairs.decline', subject },
  ];
}

/** Asked before a no counts: a reason that may be left out, and a way back. */
export function declineCard(language: Language, pair: Pair): Card {
  const choices = partingReasons.map((value) => ({ title: say(language, `why.${value}`), value }));
  return {
    summary: say(language, 'offer.summary'),
    body: [
      heading(say(language, 'decline.title')),
      paragraph(say(language, 'decline.text')),
      choose('why', say(language, 'decline.why'), choices, say(language, 'decline.choose'), 'not-said'),
    ],
    buttons: [
      { title: say(language, 'decline.confirm'), verb: 'pairs.confirmDecline', subject: subjectOf(pair) },
      { title: say(language, 'decline.back'), verb: 'pairs.showOffer', subject: subjectOf(pair), inputs: 'none' },
    ],
  };
}

/** What is true now, for the one who presses: the answer to every press, on a new card or an old one. */
export function stateCard(told: CardFacts): Card {
  const { language, pair, side } = told;
  switch (pair.state) {
    case 'active':
      return begunCard(told);
    case 'offered':
      if (side === 'mentee' ? !pair.menteeSaid : !pair.mentorSaid) return offerCard(told);
      return kind(language, 'yes', { name: plain(callName(told.partner)) });
    case 'paused':
      return kind(language, 'paused', { name: plain(callName(told.partner)) });
    case 'ended':
      return kind(language, 'ended', { name: plain(callName(told.partner)) });
    case 'declined': {
      const mine = side === 'mentee' ? pair.menteeSaid : pair.mentorSaid;
      return mine === 'no' ? kind(language, `declined.${side}`) : notNowCard(language, side);
    }
    case 'withdrawn':
      return notNowCard(language, side);
    default:
      return pair.state satisfies never;
  }
}

/** Kindly, without who and why. */
export function notNowCard(language: Language, side: Side): Card {
  return kind(language, `notNow.${side}`);
}

export function unmatchedCard(language: Language, side: Side, programmeName: string): Card {
  return kind(language, `unmatched.${side}`, { programme: plain(programmeName) });
}

export function begunCard({ language, pair, partner, side }: CardFacts): Card {
  const name = plain(callName(partner));
  const subject = subjectOf(pair);
  return {
    summary: say(language, 'offer.summary'),
    body: [
      heading(say(language, 'begun.title', { name })),
      paragraph(say(language, `begun.${side}`, { name })),
      paragraph([1, 2, 3].map((step) => `${step}. ${say(language, stepKey(step))}`).join('\n')),
    ],
    buttons: [
      { title: say(language, 'begun.find'), verb: 'pairs.findTime', subject, opens: 'dialog', style: 'positive' },
      { title: say(language, 'begun.page'), verb: 'pairs.open', subject, opens: 'dialog' },
      // A page of a later feature: the button is only an address.
      {
        ...{ title: say(language, 'begun.course'), verb: 'training.open', opens: 'dialog' },
        subject: { courseId: 'first-meeting' },
      },
    ],
  };
}

const stepKey = (step: number) => (step === 1 ? 'begun.step1' : step === 2 ? 'begun.step2' : 'begun.step3');

const changes = { paused: 'partnerPaused', active: 'partnerBack' } as const;
type Change = keyof typeof changes | 'ended';

export function isChange(state: Pair['state']): state is Change {
  return state === 'ended' || state in changes;
}

/** The partner paused, goes on, or ended: what is so now, without why. */
export function changeCard(told: CardFacts, state: Change): Card {
  const { language, pair, partner } = told;
  const name = plain(callName(partner));
  if (state !== 'ended') return kind(language, changes[state], { name });
  return {
    summary: say(language, 'offer.summary'),
    body: [
      heading(say(language, 'partnerEnded.title', { name })),
      paragraph(say(language, partedLines[lineOf(pair.id)] ?? 'parted.1')),
    ],
  };
}

/** Each fits every reason, somebody else being looked for among them; which one says nothing. */
export const partedLines = ['parted.1', 'parted.2', 'parted.3'] as const;
const lineOf = (pairId: string): number =>
  Array.from(pairId).reduce((sum, one) => sum + (one.codePointAt(0) ?? 0), 0) % 3;

/** On the day of return, to both. */
export function backCard({ language, pair, partner }: CardFacts): Card {
  const name = plain(callName(partner));
  const subject = subjectOf(pair);
  return {
    summary: say(language, 'offer.summary'),
    body: [heading(say(language, 'back.title', { name })), paragraph(say(language, 'back.text', { name }))],
    buttons: [
      { title: say(language, 'back.on'), verb: 'pairs.goOn', subject, style: 'positive' },
      { title: say(language, 'back.longer'), verb: 'pairs.longer', subject },
      { title: say(language, 'back.close'), verb: 'pairs.closing', subject, opens: 'dialog' },
    ],
  };
}

type Kind =
  'yes' | 'paused' | 'ended' | 'partnerPaused' | 'partnerBack' | `${'declined' | 'notNow' | 'unmatched'}.${Side}`;

function kind(language: Language, key: Kind, values: Record<string, string> = {}): Card {
  return {
    summary: say(language, 'offer.summary'),
    body: [heading(say(language, `${key}.title`, values)), paragraph(say(language, `${key}.text`, values))],
  };
}
