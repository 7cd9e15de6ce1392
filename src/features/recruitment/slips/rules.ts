/** Codes as people type them, and how long a slip waits. */
import { day, endOfDay } from '../../../platform/clock.ts';
import { numberLength, secretLength } from './model.ts';

export interface CodeParts {
  readonly number: string;
  readonly secret: string;
}

/** Capitals, spaces and dashes do not matter, and letters that are taken for digits are those digits; nothing when it can be no code. */
export function codePartsOf(typed: string): CodeParts | undefined {
  const plain = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
    .replaceAll('u', 'v');
  if (plain.length !== numberLength + secretLength) return undefined;
  return { number: plain.slice(0, numberLength), secret: plain.slice(numberLength) };
}

/** As it stands on paper: `K7M2-9XQ-D4P`. */
export function writtenCode({ number, secret }: CodeParts): string {
  return [number, secret.slice(0, 3), secret.slice(3)].join('-').toUpperCase();
}

const longest = 14 * day;

/** Until the end of the last day to apply, and for 14 days at most (ms). */
export function slipEndOf(now: number, closesOn: string | undefined, zone: string): number {
  const end = now + longest;
  return closesOn === undefined ? end : Math.min(end, endOfDay(closesOn, zone));
}
