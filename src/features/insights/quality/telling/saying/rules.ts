/** Told figures in the reader's words. */
import { regionOf, type Language } from '../../../../../platform/words.ts';
import type { ToldValue } from '../../../goals/model.ts';
import { say } from '../../words.ts';

export const sayNumber = (language: Language, one: number): string =>
  one.toLocaleString(regionOf(language), { maximumFractionDigits: 1 });

export function sayShare(language: Language, { value, low, high }: ToldValue): string {
  return value === undefined || low !== high
    ? say(language, 'share.range', { low: sayNumber(language, low), high: sayNumber(language, high) })
    : say(language, 'share', { value: sayNumber(language, value) });
}

/** Where a bar ends. */
export const middleOf = ({ value, low, high }: ToldValue): number => value ?? (low + high) / 2;
