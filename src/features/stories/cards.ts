/** Cards about a story, and the post in a channel. Only the channel's post shows a title: both agreed to that. */
import { heading, paragraph, plain, subtle, type Card } from '../../platform/cards.ts';
import { beginOfDay } from '../../platform/clock.ts';
import { sayDay, type Language } from '../../platform/words.ts';
import { organisationZone } from '../../platform/zone.ts';
import type { News } from './consent/usecases.ts';
import { told, type PlaceKind, type Story } from './model.ts';
import { say } from './words.ts';

export function askCard(language: Language, one: Story, author: string): Card {
  return {
    summary: say(language, 'card.ask.summary'),
    body: [
      heading(say(language, 'card.ask.title', { name: plain(author) })),
      paragraph(say(language, 'card.ask.text', { title: plain(one.title) })),
    ],
    buttons: [openButton(language, 'card.ask.read', one)],
  };
}

export function translationCard(
  language: Language,
  one: Pick<Story, 'id' | 'programmeId' | 'title'>,
  into: Language,
): Card {
  return {
    summary: say(language, 'card.ask.summary'),
    body: [
      heading(say(language, 'card.translation.title')),
      paragraph(say(language, `card.translation.${into}`, { title: plain(one.title) })),
    ],
    buttons: [openButton(language, 'card.ask.read', one)],
  };
}

export function inviteCard(
  language: Language,
  about: { programmeId: string; pairId: string; programme: string },
): Card {
  const { programmeId, pairId, programme } = about;
  return {
    summary: say(language, 'card.invite.summary'),
    body: [
      heading(say(language, 'card.invite.title')),
      paragraph(say(language, 'card.invite.text', { programme: plain(programme) })),
    ],
    buttons: [
      {
        title: say(language, 'card.invite.write'),
        verb: 'stories.write',
        subject: { programmeId, pairId },
        opens: 'dialog',
      },
    ],
  };
}

export function toldCard(
  language: Language,
  one: Story,
  { news, name, until }: { readonly news: News; readonly name: string; readonly until?: string },
): Card {
  const day = until === undefined ? '' : sayDay(language, beginOfDay(until, organisationZone), organisationZone);
  return {
    summary: say(language, 'card.told.summary'),
    body: [paragraph(say(language, `card.told.${news}`, { name: plain(name), note: plain(one.note ?? ''), day }))],
    buttons: news === 'withdrawn' ? [] : [openButton(language, 'card.told.open', one)],
  };
}

function openButton(
  language: Language,
  title: 'card.ask.read' | 'card.told.open',
  { programmeId, id: storyId }: Pick<Story, 'id' | 'programmeId'>,
) {
  return {
    title: say(language, title),
    verb: 'stories.open',
    subject: { programmeId, storyId },
    opens: 'dialog',
  } as const;
}

/** For coordinators: where something stands that is not theirs to show any more. The title would tell whose it was. */
export function cleanUpCard(
  language: Language,
  {
    programme,
    kind,
    where,
  }: { readonly programme: { readonly name: string }; readonly kind: PlaceKind; readonly where: string },
): Card {
  return {
    summary: say(language, 'card.cleanUp.summary'),
    body: [
      heading(say(language, 'card.cleanUp.title')),
      paragraph(say(language, 'card.cleanUp.text', { programme: plain(programme.name) })),
      paragraph(`${say(language, `place.${kind}`)}: ${plain(where)}`),
      paragraph(say(language, 'card.cleanUp.do')),
    ],
  };
}

const teaserLength = 240;

/** `link` opens the story in the tab; without one nobody but this channel may read it, so it stands there whole. */
export function postCard(
  language: Language,
  one: Pick<Story, 'title' | 'parts' | 'voice'> & { readonly isTranslation?: boolean },
  link?: string,
): Card {
  const text = told(one);
  const teaser = text.length > teaserLength ? `${text.slice(0, teaserLength).replace(/\s+\S*$/, '')} …` : text;
  const rest =
    link === undefined
      ? text.split(/\n{2,}/).map((words) => paragraph(plain(words)))
      : [paragraph(plain(teaser)), paragraph(`[${say(language, 'post.read')}](${link})`)];
  const note = one.isTranslation ? [subtle(say(language, 'post.translation'))] : [];
  return { summary: say(language, 'post.summary'), body: [heading(plain(one.title)), ...note, ...rest] };
}

export function withdrawnPost(language: Language): Card {
  return { summary: say(language, 'post.summary'), body: [paragraph(say(language, 'post.withdrawn'))] };
}
