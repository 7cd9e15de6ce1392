/** What a paper is made for, and what is put in. */
import type { Language } from '../../../../platform/words.ts';
import type { KeptKind } from '../../kinds/rules.ts';
import type { Country, PaperName } from '../model.ts';

export interface PaperFacts {
  readonly paper: PaperName;
  readonly language: Language;
  readonly country: Country;
  readonly now: number;
  readonly version: string;
  readonly kinds: readonly KeptKind[];
}
