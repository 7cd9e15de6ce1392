/**
 * What stands behind the opaque ids in a card: whose press it is, what it does, about what, until when.
 * A person's buttons are rows of that person's partition, so "not yours" and "not there" are the same answer.
 */
import { z } from 'zod';
import { adaptiveCard, type AdaptiveCard, type Card } from '../cards.ts';
import { day, type Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import { rowsOf, type Change, type Tables } from '../tables.ts';
import type { Language } from '../words.ts';
import { Undeliverable } from './delivery.ts';
import type { Receiver } from './chats.ts';

const buttonSchema = z.object({
  verb: z.string().min(1),
  subject: z.record(z.string(), z.string()),
  /** Domain time in milliseconds since 1970. */
  expires: z.number().int(),
});
export type Button = z.infer<typeof buttonSchema>;

/** A person's buttons are rows of that person; those of a channel are found by the card. */
const buttons = { personal: rowsOf('people', 'button', buttonSchema), open: rowsOf('actions', 'button', buttonSchema) };

/** Longer than the time between any card and its last sensible answer; shorter than a programme is kept. */
const validFor = 180 * day;

/** 28 KB are safe in Teams (platform.md 2); what is larger is refused there, or cut. */
const largest = 28 * 1024;

/** Buttons in a channel are for whoever reads there; they are found by the card's own id. */
const openCard = 'any-';

export interface Dressed {
  readonly content: AdaptiveCard;
  /** The rows of its buttons, in one partition: to be committed before the card is sent. */
  readonly changes: readonly Change[];
}

/** The card as it is sent to these readers, each button with a fresh opaque id. */
export function dress(card: Card, to: Receiver, language: Language, clock: Clock): Dressed {
  const changes: Change[] = [];
  const expires = clock.now() + validFor;
  const cardId = 'personId' in to ? newId() : `${openCard}${newId()}`;
  const rows = 'personId' in to ? buttons.personal : buttons.open;
  const partition = 'personId' in to ? to.personId : cardId;
  const bare = adaptiveCard(card, ({ verb, subject }) => {
    const id = `${cardId}-${changes.length}`;
    changes.push(rows.create(partition, id, { verb, subject: { ...subject }, expires }));
    return id;
  });
  const content = { ...bare, lang: language };
  if (Buffer.byteLength(JSON.stringify(content)) > largest) throw new Undeliverable('card-too-large');
  return { content, changes };
}

/** The button that this person may press; undefined when it is another's, is unknown or has expired. */
export async function findButton(
  tables: Tables,
  clock: Clock,
  personId: string,
  id: string,
): Promise<Button | undefined> {
  const row = await (id.startsWith(openCard)
    ? buttons.open.find(tables, id.replace(/-\d+$/, ''), id)
    : buttons.personal.find(tables, personId, id));
  return row && row.value.expires > clock.now() ? row.value : undefined;
}

/** Takes away what leads from a person to a thing that is to be forgotten: the buttons with these words in their subject. */
export async function dropButtons(
  tables: Tables,
  personId: string,
  about: Readonly<Record<string, string>>,
): Promise<void> {
  const own = await buttons.personal.list(tables, personId);
  const isAbout = ({ subject }: Button): boolean =>
    Object.entries(about).every(([key, value]) => subject[key] === value);
  const meant = own.filter(({ value }) => isAbout(value));
  for (let start = 0; start < meant.length; start += 100)
    await tables.commit(meant.slice(start, start + 100).map((row) => buttons.personal.remove(row)));
}
