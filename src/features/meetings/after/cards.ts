/** The question afterwards, the offer of a new time, and the wish to take a talk out of the calendar. Summaries are neutral. */
import { facts, heading, paragraph, plain, type Card, type CardButton } from '../../../platform/cards.ts';
import { sayMoment, type Language } from '../../../platform/words.ts';
import { metAnswers, type Meeting, type MeetingAddress, type MetSaid, type PairAddress } from '../model.ts';
import { say } from '../words.ts';

export function askMetCard(
  language: Language,
  one: Meeting,
  { partner, zone }: { partner: string; zone: string },
): Card {
  const name = plain(partner);
  const { programmeId, pairId, id: meetingId } = one;
  return {
    summary: say(language, 'met.summary'),
    body: [
      heading(say(language, 'met.ask', { name })),
      facts([[say(language, 'card.when'), sayMoment(language, one.start, zone)]]),
      paragraph(say(language, 'met.text')),
    ],
    buttons: metAnswers.map((said) => ({
      ...{ title: say(language, `met.${said}`), verb: 'meetings.met', inputs: 'none' as const },
      subject: { programmeId, pairId, meetingId, said },
      ...(said === 'yes' ? { style: 'positive' as const } : {}),
    })),
  };
}

/** The three lines are written on the page: nothing that is private stands in chat. */
export function metThanksCard(language: Language, at: MeetingAddress, said: MetSaid, partner: string): Card {
  const name = plain(partner);
  const lines: CardButton = {
    ...{ title: say(language, 'met.lines'), verb: 'meetings.open', opens: 'dialog' },
    subject: { ...at, page: 'notes' },
  };
  return {
    summary: say(language, 'met.summary'),
    body: [
      ...[heading(say(language, `met.thanks.${said}`)), paragraph(say(language, `met.thanks.${said}.text`, { name }))],
      ...(said === 'no' ? [] : [paragraph(say(language, 'met.lines.text'))]),
    ],
    buttons: [said === 'no' ? findButton(language, at) : lines],
  };
}

/** After two cancellations in a row. */
export function offerCard(language: Language, at: PairAddress, partner: string): Card {
  const name = plain(partner);
  return {
    summary: say(language, 'again.summary'),
    body: [
      heading(say(language, 'again.title', { name })),
      paragraph(say(language, 'again.text', { name })),
      paragraph(say(language, 'again.course.text')),
    ],
    buttons: [
      findButton(language, at),
      // A page of a later feature: the button is only an address.
      {
        ...{ title: say(language, 'again.course'), verb: 'training.open', opens: 'dialog' },
        subject: { courseId: 'when-it-does-not-work' },
      },
    ],
  };
}

/** To whoever has it in the calendar, where nobody else may take it out. */
export function askOffCard(language: Language, { programmeId, pairId }: PairAddress, partner: string): Card {
  const name = plain(partner);
  return {
    summary: say(language, 'off.summary'),
    body: [heading(say(language, 'off.title', { name })), paragraph(say(language, 'off.text', { name }))],
    buttons: [
      {
        ...{ title: say(language, 'off.press'), verb: 'meetings.call-off', opens: 'dialog' },
        subject: { programmeId, pairId },
      },
    ],
  };
}

function findButton(language: Language, { programmeId, pairId }: PairAddress): CardButton {
  return {
    ...{ title: say(language, 'card.find'), verb: 'meetings.find', opens: 'dialog' },
    subject: { programmeId, pairId },
  };
}
