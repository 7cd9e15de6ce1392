/**
 * What seeded people do with a call that they see: some follow its link, of these some apply, some begin and stop, by shares that differ by
 * channel and by department. They know no more than what stands before them (a card, a mail, a post, a link on paper), and what each did
 * stands in a journal of the sandbox's own, which the product never sees.
 */
import { z } from 'zod';
import { asked } from '../host/asked.ts';
import { personIn, type HostWorld } from '../host/world.ts';
import { plausibleAnswers } from './answers.ts';
import type { Doors, OpenCard } from './doors.ts';
import { everyone } from './everyone.ts';

/** Where somebody comes upon a call. The last three are handed over as a link: nobody in the sandbox prints or forwards by themselves. */
export const waysToHear = ['chat', 'mail', 'channel', 'network', 'slide', 'poster'] as const;
export type WayToHear = (typeof waysToHear)[number];

/** One thing that somebody did, in the order in which they did it. */
export interface Deed {
  readonly personId: string;
  readonly did: 'followed' | 'began' | 'applied';
  /** By which way, and with the code of its link; `none` where somebody came by themselves. */
  readonly way: WayToHear | 'none';
  readonly code?: string;
}

/** Of those who come upon it, who follow; of those who follow, who apply, and who begin and stop. Channels differ, as everywhere. */
const shares: Readonly<Record<WayToHear, { readonly follow: number; readonly apply: number; readonly stop: number }>> = {
  chat: { follow: 0.5, apply: 0.5, stop: 0.2 },
  mail: { follow: 0.4, apply: 0.45, stop: 0.25 },
  channel: { follow: 0.12, apply: 0.4, stop: 0.2 },
  network: { follow: 0.6, apply: 0.6, stop: 0.15 },
  slide: { follow: 0.3, apply: 0.5, stop: 0.2 },
  poster: { follow: 0.25, apply: 0.5, stop: 0.3 },
};
/** Of those who have applied or begun, who look at another link afterwards: that began nothing. */
const looksAgain = 0.4;

const wish = z.looseObject({
  programmeId: z.string(),
  /** What hangs or was handed round: a text with a link in it, and who comes by it. */
  shown: z
    .array(z.strictObject({ way: z.enum(['network', 'slide', 'poster']), text: z.string(), people: z.array(z.string()) }))
    .default([]),
  /** So many come by themselves, without a link, and apply. */
  byThemselves: z.int().min(0).max(1_000).default(0),
});
type Wish = z.infer<typeof wish>;

interface Seen {
  readonly way: WayToHear;
  /** Gives the code that the link led to. */
  readonly follow: () => Promise<string>;
  /** What tells it from others that the same person saw. */
  readonly mark: string;
}

const codeIn = (text: string): string | undefined => /\/go\/([0-9a-z]{8})\b/.exec(text)?.[1];

/** One for each sandbox: who has come upon something once does not come upon it anew. */
export function answersToCalls(world: HostWorld, doors: Doors, languageOf: (id: string) => string) {
  const journal: Deed[] = [];
  const cameUpon = new Set<string>();
  const departments = new Map(world.organisation.people.map(({ id, department }) => [id, department ?? '']));
  const note = (deed: Deed): void => void journal.push(deed);
  const did = (personId: string): Deed[] => journal.filter((one) => one.personId === personId);

  /** From 0.6 to 1.4, the same for everybody of a department. */
  const eagerness = (personId: string): number =>
    0.6 + 0.8 * doors.chance('call', 'department', departments.get(personId) ?? '').next();

  async function save(personId: string, programmeId: string, apply: boolean): Promise<void> {
    const random = doors.chance('call', 'apply', personId);
    const role = random.chance(0.55) ? 'mentee' : 'mentor';
    const answers = plausibleAnswers(role, languageOf(personId), random);
    await doors.call(personId, 'PUT', `/programmes/${programmeId}/application`, { answers, apply });
  }

  /** What Teams does with the link of a page that needs no sign-in: it opens the tab at the page that the link names. */
  async function followLink(personId: string, text: string): Promise<string> {
    const code = codeIn(text);
    const page = await fetch(`${world.appUrl}/go/${code ?? ''}`);
    const html = (await page.text()).replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
    const link = /href="(https:\/\/teams\.microsoft\.com\/l\/entity\/[^"]*)"/.exec(html)?.[1];
    if (link === undefined) throw new Error(`the page of ${code} leads nowhere: ${page.status}`);
    const context = JSON.parse(new URL(link).searchParams.get('context') ?? '{}') as { subEntityId?: string };
    return arrive(personId, context.subEntityId ?? '');
  }

  async function followCard(card: OpenCard): Promise<string> {
    return arrive(card.personId, pageOf(await doors.press(card, 'recruitment.apply')));
  }

  /** What the page does by itself when it opens. */
  async function arrive(personId: string, path: string): Promise<string> {
    const code = codeIn(path);
    if (code === undefined) throw new Error(`${path} is no link with a code`);
    await doors.call(personId, 'POST', `/go/${code}`, {});
    return code;
  }

  function seenBy(personId: string, { shown }: Wish): Seen[] {
    const cards = doors.cardsWith('recruitment.apply', [personId]).slice(0, 1);
    const mails = world.graph.mailOf(personId).filter(({ folder }) => folder === 'inbox');
    const teams = world.organisation.teams.filter(({ id }) => isMember(world, id, personId));
    const posts = teams.flatMap(({ channels }) => channels.flatMap(({ id }) => world.connector.channelMessages(id)));
    const linked = (way: WayToHear, text: string): Seen[] =>
      codeIn(text) === undefined ? [] : [{ way, mark: codeIn(text)!, follow: () => followLink(personId, text) }];
    return [
      ...cards.map((card): Seen => ({ way: 'chat', mark: card.messageId, follow: () => followCard(card) })),
      ...mails.flatMap(({ content }) => linked('mail', content)),
      ...posts.flatMap(({ card }) => linked('channel', JSON.stringify(card ?? {}))),
      ...shown.flatMap(({ way, text, people }) => (people.includes(personId) ? linked(way, text) : [])),
    ];
  }

  async function live(personId: string, wanted: Wish): Promise<void> {
    for (const { way, mark, follow } of seenBy(personId, wanted)) {
      const key = `${personId} ${way} ${mark}`;
      if (cameUpon.has(key)) continue;
      cameUpon.add(key);
      const random = doors.chance('call', personId, way);
      const { apply, stop, ...share } = shares[way];
      const stands = did(personId).some((one) => one.did !== 'followed');
      if (!random.chance(stands ? looksAgain : Math.min(1, share.follow * eagerness(personId)))) continue;
      const code = await follow();
      note({ personId, did: 'followed', way, code });
      if (stands) continue;
      const next = random.next();
      if (next >= apply + stop) continue;
      const applies = next < apply;
      await save(personId, wanted.programmeId, applies);
      note({ personId, did: applies ? 'applied' : 'began', way, code });
    }
  }

  /** Some of them were invited as well, and some look at their invitation afterwards. */
  async function comeByThemselves(wanted: Wish): Promise<void> {
    const open = doors.employees.filter((id) => did(id).length === 0);
    const random = doors.chance('call', 'by themselves');
    const some = Array.from({ length: Math.min(wanted.byThemselves, open.length) }, () =>
      open.splice(random.below(open.length), 1),
    ).flat();
    await everyone(some, async (personId) => {
      await save(personId, wanted.programmeId, true);
      note({ personId, did: 'applied', way: 'none' });
      const [first] = seenBy(personId, wanted);
      if (!first || !doors.chance('call', 'afterwards', personId).chance(looksAgain)) return;
      note({ personId, did: 'followed', way: first.way, code: await first.follow() });
    });
  }

  /** Gives how many applied by this, and everything that anybody did so far. */
  return async (details: Readonly<Record<string, unknown>>): Promise<{ did: number; deeds: readonly Deed[] }> => {
    const wanted = asked(wish, details);
    for (const { people } of wanted.shown) for (const id of people) personIn(world, id);
    const before = journal.length;
    await everyone(doors.employees, (personId) => live(personId, wanted));
    await comeByThemselves(wanted);
    return { did: journal.slice(before).filter((one) => one.did === 'applied').length, deeds: journal };
  };
}

function isMember({ organisation }: HostWorld, groupId: string, personId: string): boolean {
  return organisation.groups.some(({ id, memberIds }) => id === groupId && memberIds.includes(personId));
}

const dialog = z.looseObject({
  outcome: z.literal('dialog'),
  body: z.looseObject({ task: z.looseObject({ value: z.looseObject({ url: z.string() }) }) }),
});

/** The page of the tab that a card's button opens. */
function pageOf(result: unknown): string {
  return dialog.parse(result).body.task.value.url;
}
