/** Whom a call asks while its form is being filled in. */
import {
  audienceOf as rulesAudience,
  newRule,
  rulesDraftOf,
  type RulesDraft,
} from '../../../surveys/audience/components/draft.ts';
import type { Audience, SavedLine } from '../model.ts';

export interface WhomDraft extends RulesDraft {
  readonly kind: 'everybody' | 'certain' | 'saved';
  readonly saved: SavedLine | null;
}

export const nobodyYet: WhomDraft = { kind: 'certain', any: [newRule], except: [], saved: null };

/** Nothing as long as the choice is not complete. */
export function audienceOf(whom: WhomDraft): Audience | undefined {
  if (whom.kind === 'everybody') return { kind: 'everybody' };
  return whom.kind === 'saved' ? whom.saved?.audience : rulesAudience(whom);
}

/** To be changed from there on. */
export function whomOf(audience: Audience): WhomDraft {
  if (audience.kind === 'everybody') return { ...nobodyYet, kind: 'everybody' };
  return { ...nobodyYet, kind: 'certain', ...rulesDraftOf(audience) };
}
