/** Where seeded people come upon a call (a card, a mail, a post, a link on paper), and what happens when they follow its link. */
import { z } from 'zod';
import type { HostWorld } from '../host/world.ts';
import type { Doors, OpenCard } from './doors.ts';

/** The last three are handed over as a text: nobody in the sandbox prints or forwards by themselves. */
export const waysToHear = ['chat', 'mail', 'channel', 'network', 'slide', 'poster'] as const;
export type WayToHear = (typeof waysToHear)[number];

/** What hangs or was handed round: a text with a link in it, and who comes by it. */
export const shown = z.strictObject({
  way: z.enum(['network', 'slide', 'poster']),
  text: z.string(),
  people: z.array(z.string()),
});
type Shown = z.infer<typeof shown>;

export interface Sight {
  readonly way: WayToHear;
  /** What tells it from others that the same person saw. */
  readonly mark: string;
  /** Gives the code that the link led to. */
  follow(): Promise<string>;
}

const codeIn = (text: string): string | undefined => /\/go\/([0-9a-z]{8})\b/.exec(text)?.[1];

/** Everything that a person has before them now. */
export function sightsIn(
  world: HostWorld,
  doors: Doors,
): (personId: string, papers: readonly Shown[]) => readonly Sight[] {
  const teamsOf = (personId: string) =>
    world.organisation.teams.filter(({ id }) =>
      world.organisation.groups.some((group) => group.id === id && group.memberIds.includes(personId)),
    );
  return (personId, papers) => {
    const linked = (way: WayToHear, text: string): Sight[] => {
      const mark = codeIn(text);
      return mark === undefined ? [] : [{ way, mark, follow: () => followLink(world, doors, { personId, text }) }];
    };
    const cards = doors.cardsWith('recruitment.apply', [personId]).slice(0, 1);
    const mails = world.graph.mailOf(personId).filter(({ folder }) => folder === 'inbox');
    const channels = teamsOf(personId).flatMap((team) => team.channels);
    const posts = channels.flatMap(({ id }) => world.connector.channelMessages(id));
    return [
      ...cards.map((card): Sight => ({ way: 'chat', mark: card.messageId, follow: () => followCard(doors, card) })),
      ...mails.flatMap(({ content }) => linked('mail', content)),
      ...posts.flatMap(({ card }) => linked('channel', JSON.stringify(card ?? {}))),
      ...papers.flatMap(({ way, text, people }) => (people.includes(personId) ? linked(way, text) : [])),
    ];
  };
}

const written: Readonly<Record<string, string>> = { '&amp;': '&', '&#39;': "'", '&quot;': '"' };

/** The page without sign-in leads into Teams, which opens the tab at the page that its link names. */
async function followLink(
  { appUrl }: HostWorld,
  doors: Doors,
  { personId, text }: { readonly personId: string; readonly text: string },
): Promise<string> {
  const page = await fetch(`${appUrl}/go/${codeIn(text) ?? ''}`);
  const html = (await page.text()).replace(/&(?:amp|#39|quot);/g, (one) => written[one] ?? one);
  const link = /href="(https:\/\/teams\.microsoft\.com\/l\/entity\/\S*?)">/.exec(html)?.[1];
  if (link === undefined) throw new Error(`the page of ${String(codeIn(text))} leads nowhere: ${page.status}`);
  const context = z.object({ subEntityId: z.string() });
  return arrive(
    doors,
    personId,
    context.parse(JSON.parse(new URL(link).searchParams.get('context') ?? '')).subEntityId,
  );
}

const dialog = z.looseObject({
  outcome: z.literal('dialog'),
  body: z.looseObject({ task: z.looseObject({ value: z.looseObject({ url: z.string() }) }) }),
});

/** The card's button opens a page of the tab. */
async function followCard(doors: Doors, card: OpenCard): Promise<string> {
  const { body } = dialog.parse(await doors.press(card, 'recruitment.apply'));
  return arrive(doors, card.personId, body.task.value.url);
}

/** What the page does by itself when it opens. */
async function arrive(doors: Doors, personId: string, path: string): Promise<string> {
  const code = codeIn(path);
  if (code === undefined) throw new Error(`${path} is no link with a code`);
  await doors.call(personId, 'POST', `/go/${code}`, {});
  return code;
}
