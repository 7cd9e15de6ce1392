/** An audience while it is being chosen, and how many of it are asked; only what is complete is asked for. */
import { audienceOf, newRule, rulesDraftOf, type RulesDraft } from '../audience/components/draft.ts';
import type { Audience, AudienceQuestion, Sample } from '../audience/model.ts';
import { usualMargin, usualResponse } from '../audience/sampling/rules.ts';

export interface Chosen extends RulesDraft {
  readonly kind: 'everybody' | 'chosen';
  /** A random sample instead of all of them. */
  readonly draw: boolean;
  readonly margin: number;
  readonly response: number;
}

/** As it was kept. */
export function chosenOf(audience: Audience, sample: Sample | undefined): Chosen {
  const rules = audience.kind === 'everybody' ? { any: [newRule], except: [] } : rulesDraftOf(audience);
  return {
    kind: audience.kind === 'everybody' ? 'everybody' : 'chosen',
    ...rules,
    draw: sample !== undefined,
    margin: sample?.margin ?? usualMargin,
    response: sample?.response ?? usualResponse,
  };
}

/** The audience is left out as long as it is not complete. */
export function questionOf(value: Chosen): Partial<AudienceQuestion> {
  const { kind, draw, margin, response } = value;
  const sample = draw ? { sample: { margin, response } } : {};
  const audience = kind === 'everybody' ? ({ kind } as const) : audienceOf(value);
  return { ...(audience ? { audience } : {}), ...sample };
}
