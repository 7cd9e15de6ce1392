/** Who may have a paper made. Everybody may read what is written for everybody; the others tell how the product is protected, too. */
import type { PaperName } from './model.ts';

const forEverybody: readonly PaperName[] = ['employees', 'accessibility'];

export function mayReadPaper({ roles }: { readonly roles: readonly string[] }, paper: PaperName): boolean {
  return forEverybody.includes(paper) || roles.includes('Administrator') || roles.includes('Coordinator');
}
