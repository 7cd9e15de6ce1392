/** For whom the app is installed, who has blocked it, and which chat is theirs now. */
import { join } from 'node:path';
import { z } from 'zod';
import { addressOfChat, chatIdOf, personOfMember } from './addresses.ts';
import { openJournal } from './journal.ts';

export interface ConnectorPerson {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** BCP 47, as Teams sends it: `nl-BE`. */
  readonly locale: string;
  /** IANA zone; Brussels where none is given. */
  readonly timeZone?: string;
  readonly givenName?: string;
  readonly surname?: string;
}

const standing = z.object({ installed: z.boolean(), blocked: z.boolean(), generation: z.number().int() });
type Standing = z.infer<typeof standing>;

export interface People {
  person(id: string): ConnectorPerson | undefined;
  standing(personId: string): Standing;
  change(personId: string, changes: Partial<Standing>): void;
  chatId(personId: string): string;
  /** The person whose present chat this is. */
  ofChat(chatId: string): ConnectorPerson | undefined;
  ofMember(memberId: string): ConnectorPerson | undefined;
  flush(): Promise<void>;
}

export async function openPeople(
  dataDir: string,
  botId: string,
  person: (id: string) => ConnectorPerson | undefined,
): Promise<People> {
  const journal = await openJournal(join(dataDir, 'people.jsonl'), standing);
  const standingOf = (id: string): Standing => journal.get(id) ?? { installed: false, blocked: false, generation: 0 };
  return {
    person,
    standing: standingOf,
    change: (id, changes) => journal.set(id, { ...standingOf(id), ...changes }),
    chatId: (id) => chatIdOf(id, botId, standingOf(id).generation),
    ofChat(chatId) {
      const address = addressOfChat(chatId, botId);
      if (!address) return undefined;
      const present = standingOf(address.personId).generation;
      return (address.generation ?? present) === present ? person(address.personId) : undefined;
    },
    ofMember(memberId) {
      const id = personOfMember(memberId, botId);
      return id === undefined ? undefined : person(id);
    },
    flush: () => journal.flush(),
  };
}
