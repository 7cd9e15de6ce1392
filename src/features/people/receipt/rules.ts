/** The sentences of a receipt, made of what its line declares and of nothing else. */
import type { Language } from '../../../platform/words.ts';
import type { ReceiptLine } from './model.ts';
import { say } from './words.ts';

interface Floors {
  readonly rating: number;
  readonly text: number;
}

export function sentencesOf(one: ReceiptLine, language: Language, floors: Floors): { what: string; who: string } {
  const what = say(language, `what.${one.what}` as Parameters<typeof say>[1]);
  const named = one.readers.map((reader) => say(language, `who.${reader}`));
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
  const sentences = [
    ...(one.readers.length === 0 ? [say(language, 'who.nobody')] : [say(language, 'who.list', { list })]),
    ...(one.after ? [say(language, `after.${one.after}`)] : []),
    ...(one.totals ? [say(language, 'who.figures', { floor: floors.rating })] : []),
    ...(one.totals === 'figures-and-texts' ? [say(language, 'who.texts', { floor: floors.text })] : []),
  ];
  return { what, who: sentences.join(' ') };
}
