/** A change that may have been made by somebody else in the meantime. */
import { isFailure } from '../errors.ts';

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
