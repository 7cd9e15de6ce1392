/** The suggestion to say thanks, and the thanks themselves. Summaries are neutral. */
import { heading, paragraph, plain, subtle, tick, type Card, type CardElement } from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import { longestThanks, type Thanks } from './model.ts';
import { pictureElement } from './pictures/cards.ts';
import { pictureNames } from './pictures/model.ts';
import { openingsFor } from './rules.ts';
import type { PairAddress } from './usecases.ts';
import { say } from './words.ts';

export function suggestCard(language: Language, { programmeId, pairId }: PairAddress, partner: string): Card {
  const name = plain(partner);
  return {
    summary: say(language, 'suggest.summary'),
    body: [
      heading(say(language, 'suggest.title', { name })),
      paragraph(say(language, 'suggest.text', { name })),
      subtle(say(language, 'openings', { examples: openingsIn(language) })),
      thanksInput(language),
      pictureInput(language),
      tick('show', say(language, 'public', { name })),
    ],
    buttons: [
      { title: say(language, 'send'), verb: 'recognition.thank', subject: { programmeId, pairId }, style: 'positive' },
      { title: say(language, 'notNow'), verb: 'recognition.not-now', subject: { programmeId, pairId }, inputs: 'none' },
    ],
  };
}

function thanksInput(language: Language): CardElement {
  return {
    ...{ type: 'Input.Text', id: 'text', label: say(language, 'text'), placeholder: say(language, 'text.hint') },
    ...{ isMultiline: true, maxLength: longestThanks, isRequired: true, errorMessage: say(language, 'text.wrong') },
  };
}

const openingsIn = (language: Language): string =>
  openingsFor(undefined)
    .map((one) => say(language, 'opening.quoted', { opening: say(language, `opening.${one}`) }))
    .join(' ');

function pictureInput(language: Language): CardElement {
  const choices = [
    { title: say(language, 'picture.none'), value: '' },
    ...pictureNames.map((value) => ({ title: say(language, `picture.${value}`), value })),
  ];
  return {
    type: 'Input.ChoiceSet',
    id: 'picture',
    label: say(language, 'picture'),
    choices,
    style: 'compact',
    value: '',
  };
}

export function sentCard(language: Language, partner: string): Card {
  return {
    summary: say(language, 'suggest.summary'),
    body: [heading(say(language, 'sent.title', { name: plain(partner) })), paragraph(say(language, 'sent.text'))],
  };
}

/** As the receiver sees it; the question whether others may read it only while it is open. */
export function receiveCard(language: Language, one: Thanks, from: string, answered?: 'agreed' | 'kept'): Card {
  const name = plain(from);
  const asks = one.senderShows && answered === undefined;
  const subject = { programmeId: one.programmeId, thanksId: one.id };
  return {
    summary: say(language, 'receive.summary'),
    body: [
      { type: 'Container', style: 'emphasis', bleed: true, items: [heading(say(language, 'receive.title', { name }))] },
      ...(one.picture ? [pictureElement(language, one.picture)] : []),
      { type: 'TextBlock', text: plain(one.text), wrap: true, size: 'Medium' },
      subtle(say(language, answered === undefined ? 'receive.private' : `receive.${answered}`)),
      ...(asks ? [paragraph(say(language, 'receive.offer', { name }))] : []),
    ],
    buttons: [
      ...(asks
        ? [{ title: say(language, 'receive.agree'), verb: 'recognition.show', subject, style: 'positive' as const }]
        : []),
      ...(asks || answered === 'agreed'
        ? [{ title: say(language, 'receive.keep'), verb: 'recognition.keep', subject }]
        : []),
    ],
  };
}
