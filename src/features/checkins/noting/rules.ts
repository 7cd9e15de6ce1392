/** Who reads what somebody writes in a check-in: whom the writer chose, and nobody else. */
import type { Pair } from '../../pairs/model.ts';
import type { CheckIn, NoteReader } from '../model.ts';

/** A partner reads along while the two are a pair; afterwards nobody writes to the other by a check-in. */
export function readersFor(pair: Pick<Pair, 'state'>): readonly NoteReader[] {
  const others: readonly NoteReader[] = ['coordinator', 'together'];
  return pair.state === 'active' ? ['nobody', 'partner', ...others] : ['nobody', ...others];
}

/** The words that this kind of reader may read, as they were given. */
export function noteFor(reader: 'partner' | 'coordinator', one: CheckIn): string | undefined {
  if (!('ratings' in one.said)) return undefined;
  const { note, noteFor: chosen } = one.said;
  return chosen === reader && note !== '' ? note : undefined;
}
