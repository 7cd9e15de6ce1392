/** What the product asks of Teams: cards to people and channels, and where people are reached. */
import type { AdaptiveCard, Card } from '../cards.ts';
import type { Change } from '../tables.ts';
import type { Language } from '../words.ts';
import type { Button } from './buttons.ts';
import type { Chat } from './chats.ts';
import type { Urgency } from './pace.ts';

export interface SendOptions {
  /** Deterministic: programme, step, round, person. The same id is sent once. */
  readonly sendId: string;
  readonly language: Language;
  /** An earlier message whose place the card takes; it is sent anew when that message is gone. */
  readonly replaces?: string;
  /** Before whom it goes when there is a line; `transactional` when absent. */
  readonly urgency?: Urgency;
  /** The receiver's chat where it was read just now; an old one is mended like any other. */
  readonly chat?: Place | undefined;
  /** Rows of the receiver's own partition of `people`, written in one batch with the card's buttons before it goes. */
  readonly alongside?: readonly Change[];
}

export interface Channel {
  readonly channelId: string;
  readonly name: string;
  readonly teamName: string;
}

/** A place that a verified activity came from. */
export interface Place {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

export type Seen =
  | ({ readonly kind: 'person'; readonly personId: string; readonly language?: Language } & Place)
  | { readonly kind: 'team'; readonly teamId: string; readonly name: string; readonly serviceUrl: string };

export type Gone =
  { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'team'; readonly teamId: string };

export interface Teams {
  /** Throws Undeliverable (final) or a Failure `unavailable` (a TryLater says when). Installs the app where needed. */
  sendCard(personId: string, card: Card, options: SendOptions): Promise<{ messageId: string }>;
  updateCard(personId: string, messageId: string, card: Card, language?: Language): Promise<void>;
  postToChannel(channelId: string, card: Card, options: Omit<SendOptions, 'replaces'>): Promise<{ messageId: string }>;
  /** The post of this send id; nothing where none is noted, and then it may not have been made. */
  findPost(channelId: string, sendId: string): Promise<string | undefined>;
  /** Puts another card in the place of a post of ours. */
  updatePost(channelId: string, messageId: string, card: Card, language: Language): Promise<void>;
  /** The channels of the teams that the bot is in. */
  channels(): Promise<readonly Channel[]>;
  /** The address that opens a page of the tab inside Teams. */
  tabLink(path: string, label: string): string;
  /**
   * Answers where somebody wrote to the bot: at once, or within ten seconds where the limits of Teams are reached. Buttons of ours are
   * the named person's; without a name the card has none. False when that was not to be: whoever writes so fast has other answers before their eyes.
   */
  answer(place: Place, card: Card, language: Language, personId?: string): Promise<boolean>;
  rememberConversation(seen: Seen): Promise<void>;
  forgetConversation(gone: Gone): Promise<void>;
  /** True once for each person: whoever gets true says welcome. */
  meet(personId: string): Promise<boolean>;
  /** Where the person is reached, and the language of their Teams as it was last seen; nothing before the first contact. */
  findChat(personId: string): Promise<Chat | undefined>;
  /** The card as an answer to a press, its buttons with fresh ids. */
  dressCard(personId: string, card: Card, language: Language): Promise<AdaptiveCard>;
  /** What a press by this person on the button with this id means; nothing when it is not theirs, unknown or expired. */
  findButton(personId: string, id: string): Promise<Button | undefined>;
}
