/** Cards about a story, and the post in a channel. Only the channel's post shows a title: both agreed to that. */
import { heading, paragraph, plain, type Card } from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import type { News } from './consent/usecases.ts';
import type { Story } from './model.ts';
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

export function toldCard(language: Language, one: Story, { news, name }: { news: News; name: string }): Card {
  return {
    summary: say(language, 'card.told.summary'),
    body: [paragraph(say(language, `card.told.${news}`, { name: plain(name), note: plain(one.note ?? '') }))],
    buttons: news === 'withdrawn' ? [] : [openButton(language, 'card.told.open', one)],
  };
}

function openButton(
  language: Language,
  title: 'card.ask.read' | 'card.told.open',
  { programmeId, id: storyId }: Story,
) {
  return {
    title: say(language, title),
    verb: 'stories.open',
    subject: { programmeId, storyId },
    opens: 'dialog',
  } as const;
}

const teaserLength = 240;

/** `link` opens the story in the tab. */
export function postCard(language: Language, { title, text }: Pick<Story, 'title' | 'text'>, link: string): Card {
  const teaser = text.length > teaserLength ? `${text.slice(0, teaserLength).replace(/\s+\S*$/, '')} …` : text;
  return {
    summary: say(language, 'post.summary'),
    body: [heading(plain(title)), paragraph(plain(teaser)), paragraph(`[${say(language, 'post.read')}](${link})`)],
  };
}

export function withdrawnPost(language: Language): Card {
  return { summary: say(language, 'post.summary'), body: [paragraph(say(language, 'post.withdrawn'))] };
}
