/** Finds the sentence for a reason: in the words of the features first, then in the API's own. */
import { saidByFirst, type Language, type Say, type Values } from '../platform/words.ts';
import { say as ownSay } from './words.ts';

export interface Sentences {
  /** The sentence under the first of the keys that anybody knows; the last key must be one of the API's own. */
  find(language: Language, keys: readonly string[], values?: Values): string;
}

/** `says` are the features' `say` functions; `failure.<reason>` and `problem.<word>` are looked up in them. */
export function createSentences(says: readonly Say<never>[]): Sentences {
  const all: readonly Say<never>[] = [...says, ownSay];
  return {
    find(language, keys, values) {
      for (const key of keys) {
        const sentence = saidByFirst(all, language, key, values);
        if (sentence !== undefined) return sentence;
      }
      return ownSay(language, 'failure.our-fault');
    },
  };
}
