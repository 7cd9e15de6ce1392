/** A change that may have been made by somebody else in the meantime. */
import { isFailure } from '../errors.ts';
import type { Change, Tables } from '../tables.ts';

/** False when somebody else was faster. */
export async function unlessChanged(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (isFailure(error, 'conflict')) return false;
    throw error;
  }
}

/** Takes a row out, whatever was written to it meanwhile; one that is gone already stays gone. */
export function takeOut(tables: Pick<Tables, 'drop'>, { table, partition, rowKey }: Change): Promise<void> {
  return tables.drop(table, partition, rowKey);
}

const tries = 4;

/** Work that reads, decides and writes, done anew when somebody else wrote meanwhile. */
export async function untilUnchanged<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1)
    try {
      return await work();
    } catch (error) {
      if (!isFailure(error, 'conflict') || error.reason !== 'changed-meanwhile' || turn === tries) throw error;
    }
}
