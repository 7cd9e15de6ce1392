/** The invitation and what it turns into when it is answered. The summary names no programme: membership can be sensitive. */
import { facts, heading, paragraph, plain, subtle, type Card, type CardButton } from '../../platform/cards.ts';
import { sayDay, type Language } from '../../platform/words.ts';
import { callName, type Person } from '../people/model.ts';
import { programmeIn, type Programme } from '../programmes/model.ts';
import type { Call, InviteTexts, Standing } from './model.ts';
import { say } from './inviting/words.ts';
import { quoteText, type Quote } from './quoting/model.ts';

export interface InviteFacts {
  readonly programme: Programme;
  readonly call: Pick<Call, 'words'> & { readonly closesOn?: string };
  /** The last day to apply where a later call has prolonged it. */
  readonly until?: string;
  /** The name of the coordinator who invites. */
  readonly from: string;
  readonly receiver: Pick<Person, 'name' | 'givenName'>;
  readonly quote?: Quote | undefined;
  /** A colleague thought of the receiver. */
  readonly named?: boolean;
  /** The code of the card's source, which its link carries. */
  readonly code?: string;
}

/** The sentences of an invitation; `safe` makes the words of people fit for where they are shown. */
export function textsOf(language: Language, told: InviteFacts, safe: (text: string) => string): InviteTexts {
  const { call, from, receiver, until = call.closesOn } = told;
  const programme = programmeIn(language, told.programme);
  // What is left empty falls back like what is left out.
  const own = call.words[language] || call.words[programme.language];
  return {
    title: say(language, 'invite.title', { programme: safe(programme.name) }),
    greeting: `${safe(callName(receiver))}, ${say(language, 'invite.from', { name: safe(from) })}`,
    ...(own ? { own: safe(own) } : {}),
    ...(told.quote ? { quote: safe(quoteText(told.quote, language)) } : {}),
    facts: [
      [say(language, 'invite.forWhom'), safe(programme.forWhom)],
      [say(language, 'invite.why'), safe(programme.why)],
      [say(language, 'invite.asks'), say(language, 'invite.hours')],
      ...(until ? [[say(language, 'invite.until'), dayOf(language, until, programme)] as [string, string]] : []),
    ],
    notes: [
      ...(told.named ? [say(language, 'invite.named')] : []),
      say(language, 'invite.how', { how: safe(programme.howChosen) }),
      say(language, 'invite.free'),
    ],
  };
}

const dayOf = (language: Language, day: string, { zone }: Programme): string => sayDay(language, Date.parse(day), zone);

export function inviteCard(language: Language, told: InviteFacts): Card {
  const texts = textsOf(language, told, plain);
  const subject = { programmeId: told.programme.id };
  return {
    summary: say(language, 'invite.summary'),
    body: [
      heading(texts.title),
      paragraph(texts.greeting),
      ...(texts.own === undefined ? [] : [paragraph(texts.own)]),
      ...(texts.quote === undefined ? [] : [paragraph(texts.quote)]),
      facts(texts.facts),
      ...texts.notes.map(subtle),
    ],
    buttons: [
      openButton(say(language, 'invite.apply'), told),
      { title: say(language, 'invite.notNow'), verb: 'recruitment.not-now', subject },
      { title: say(language, 'invite.doNotAsk'), verb: 'recruitment.do-not-ask', subject },
    ],
  };
}

function openButton(title: string, { programme, code }: Pick<InviteFacts, 'programme' | 'code'>): CardButton {
  const subject = { programmeId: programme.id, ...(code === undefined ? {} : { code }) };
  return { title, verb: 'recruitment.apply', subject, opens: 'dialog', style: 'positive' };
}

export interface Answered {
  readonly programme: Programme;
  readonly answer: Standing;
  /** The last day to apply; left out when applying is over. */
  readonly until?: string;
  readonly hasApplied?: boolean;
  /** Applying is over, and whoever applies now waits for the next round. */
  readonly joinsList?: boolean;
  readonly code?: string;
}

/** What stands in the place of the invitation after a press: what is true now, and the way back. */
export function answeredCard(language: Language, told: Answered): Card {
  const { programme, answer } = told;
  return {
    summary: say(language, 'invite.summary'),
    body: [heading(say(language, `answered.${answer}`)), ...sentencesOf(language, told).map(paragraph)],
    buttons: [
      ...wayInOf(language, told),
      ...(isWayBack(told)
        ? [
            {
              title: say(language, 'answered.again'),
              verb: 'recruitment.ask-again',
              subject: { programmeId: programme.id },
            },
          ]
        : []),
    ],
  };
}

function sentencesOf(language: Language, told: Answered): string[] {
  const { programme, answer, until, hasApplied = false, joinsList = false } = told;
  const applying = until
    ? say(language, 'answered.until', { day: dayOf(language, until, programme) })
    : say(language, joinsList ? 'answered.list' : 'answered.over');
  switch (answer) {
    case 'applied':
      return [say(language, 'answered.applied.text')];
    case 'do-not-ask':
      return [
        say(language, 'answered.do-not-ask.text'),
        hasApplied ? say(language, 'answered.application-stays') : applying,
      ];
    case 'not-now':
    case 'open':
      return [applying];
    default:
      return answer satisfies never;
  }
}

function wayInOf(language: Language, told: Answered): CardButton[] {
  if (told.answer === 'applied' || told.hasApplied) return [openButton(say(language, 'answered.look'), told)];
  return told.until || told.joinsList ? [openButton(say(language, 'invite.apply'), told)] : [];
}

/** "Do not ask" can be taken back at any time, "not now" as long as there is something to answer. */
function isWayBack({ answer, until }: Answered): boolean {
  return answer === 'do-not-ask' || (answer === 'not-now' && until !== undefined);
}

/** A call in a channel: for everybody who reads there, so it has no buttons of one person. */
export function channelCard(
  language: Language,
  { title, paragraphs }: { title: string; paragraphs: readonly string[] },
): Card {
  // Links of our own are shown as such; every other word is shown as it was typed.
  const shown = (text: string): string =>
    text
      .split(/(https:\/\/\S+|http:\/\/\S+)/)
      .map((part, at) => (at % 2 === 1 ? `[${part}](${part})` : plain(part)))
      .join('');
  return {
    summary: say(language, 'post.summary'),
    body: [heading(plain(title)), ...paragraphs.map(shown).map(paragraph)],
  };
}
