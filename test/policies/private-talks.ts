/**
 * Requests for a private talk, sealed as the product seals them: to the adviser, to another one, and two that were taken; and notes of
 * check-ins: for the adviser, one that another has read, and one for another who takes requests.
 */
import { notes, sealNote, type KeptNote } from '../../src/features/concerns/confiding/store.ts';
import { advisers, nameFor, place, requests, sealWish, type KeptRequest } from '../../src/features/concerns/store.ts';
import type { Wish } from '../../src/features/concerns/model.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { Change } from '../../src/platform/tables.ts';
import { person } from './people.ts';
import { secrets } from './things.ts';

type Given = Partial<Pick<KeptRequest, 'advisers' | 'state' | 'takenBy'>> & Partial<Pick<Wish, 'chatIsSafe'>>;

export async function privateTalks(deps: Platform): Promise<Change[]> {
  // The key of the names is made once, before anything is thrown away.
  await nameFor(deps, 'x');
  const [own, other, another] = [person.adviser.id, person.leaver.id, person.thirdMentor.id];
  const taken = { state: 'taken', takenBy: own } as const;
  return [
    advisers.put(place, own, { personId: own, speaks: ['nl'] }),
    await request(deps, 'wish-1', secrets.wish, {}),
    await request(deps, 'wish-2', secrets.otherWish, { advisers: [other] }),
    await request(deps, 'wish-taken', secrets.wish, { ...taken, chatIsSafe: true }),
    await request(deps, 'wish-quiet', secrets.wish, taken),
    advisers.put(place, another, { personId: another, speaks: ['nl'] }),
    await note(deps, 'confided-1', secrets.confided, {}),
    await note(deps, 'confided-2', secrets.otherConfided, { readBy: other, readAt: deps.clock.now() }),
    await note(deps, 'confided-3', secrets.otherConfided, { advisers: [another] }),
  ];
}

async function request(deps: Platform, id: string, name: string, { chatIsSafe = false, ...over }: Given) {
  const one = { id, round: 'round-1' };
  const wish: Wish = {
    ...{ how: { way: 'mail', contact: `${name}@example.test` }, halves: ['monday-morning'], avoid: [], speak: 'nl' },
    ...{ adviser: person.adviser.id, chatIsSafe },
  };
  const sealed = await sealWish(deps, one, { personId: person.mentee.id, wish });
  const base = {
    ...one,
    advisers: [person.adviser.id],
    state: 'open' as const,
    at: deps.clock.now(),
    told: [],
    sealed,
  };
  return requests.put(place, id, { ...base, ...over });
}

async function note(
  deps: Platform,
  id: string,
  text: string,
  over: Partial<Pick<KeptNote, 'advisers' | 'readBy' | 'readAt'>>,
) {
  const one = { id, round: 'round-1' };
  const sealed = await sealNote(deps, one, { personId: person.mentee.id, text });
  return notes.put(place, id, { ...one, advisers: [person.adviser.id], at: deps.clock.now(), sealed, ...over });
}
