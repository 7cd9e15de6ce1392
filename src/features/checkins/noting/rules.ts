/** Who reads what somebody writes in a check-in: whom the writer chose, and nobody else. */
import type { Pair } from '../../pairs/model.ts';
import { kindOf, type CheckIn, type NoteReader, type Round, type RoundKind, type Said } from '../model.ts';

const lookingBack: readonly RoundKind[] = ['close', 'later'];

/**
 * A partner reads along while the two are a pair, and of the rounds of that time: nobody writes to the other by looking back, so that what
 * is asked then is the same for everybody, whether they have rounded off or not.
 */
export function readersFor(pair: Pick<Pair, 'state'>, round: Round): readonly NoteReader[] {
  const others: readonly NoteReader[] = ['coordinator', 'together'];
  const isShared = pair.state === 'active' && !lookingBack.includes(kindOf(round));
  return isShared ? ['nobody', 'partner', ...others] : ['nobody', ...others];
}

/** The words that this kind of reader may read, as they were given. */
export function noteFor(reader: 'partner' | 'coordinator', one: CheckIn): string | undefined {
  if (!('ratings' in one.said)) return undefined;
  const { note, noteFor: chosen } = one.said;
  return chosen === reader && note !== '' ? note : undefined;
}

/** The words that go apart to the confidential advisers. */
export function noteForAdvisers(said: Said): string | undefined {
  return 'ratings' in said && said.noteFor === 'adviser' && said.note !== '' ? said.note : undefined;
}

/** A card that brings no note says nothing about one that was written before on the page. */
export function saysWhoReads(said: Said): boolean {
  return 'ratings' in said && (said.note !== '' || said.noteFor !== undefined);
}

/** The answer as it is kept: one with a note for an adviser is the same as one without a note. */
export function withoutConfided(said: Said): Said {
  if (!('ratings' in said) || (said.note !== '' && said.noteFor !== 'adviser')) return said;
  return { ...said, note: '', noteFor: 'nobody' };
}
