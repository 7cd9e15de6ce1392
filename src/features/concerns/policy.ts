/** Who may read a request: the adviser whom the person chose, or those who were free; once one took it, that one alone. */
import type { Caller } from '../../platform/doors.ts';
import type { Kept } from './rules.ts';

export function mayAdvise(caller: Pick<Caller, 'roles'>): boolean {
  return caller.roles.includes('Adviser');
}

export function mayRead(personId: string, { advisers, takenBy }: Pick<Kept, 'advisers' | 'takenBy'>): boolean {
  return advisers.includes(personId) && (takenBy === undefined || takenBy === personId);
}

/** `readers`: those whom the writer sees named as who reads it now. */
export function mayReadNote(personId: string, readers: readonly string[]): boolean {
  return readers.includes(personId);
}

/** Whom else to call in an organisation: its advisers know, and whoever runs the product. */
export function maySetContacts(caller: Pick<Caller, 'roles'>): boolean {
  return caller.roles.includes('Adviser') || caller.roles.includes('Administrator');
}
