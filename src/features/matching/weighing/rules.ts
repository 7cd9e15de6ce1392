/** Decisions about weights: what each preset puts first, what own weights come to, and who has no slider. */
import type { Weights } from '../engine/model.ts';
import { defaultWeights, normaliseWeights } from '../engine/scores.ts';
import type { Aims, Preset } from '../model.ts';
import { weighedParts, type OwnWeights } from './model.ts';

/** Together 100. What each puts first, and why, stands in the words under `preset.<name>.why`. */
export const presetWeights: Readonly<Record<Preset, Weights>> = {
  balanced: defaultWeights,
  growth: {
    ...{ topics: 34, ambitions: 26, seniority: 12, picks: 10, values: 8, department: 4, meeting: 4, interests: 2 },
  },
  'finding-way': {
    ...{ topics: 22, values: 20, interests: 14, meeting: 14, picks: 10, ambitions: 8, seniority: 6, department: 6 },
  },
  network: {
    ...{ topics: 22, department: 18, ambitions: 16, seniority: 14, values: 10, picks: 10, interests: 6, meeting: 4 },
  },
  'shared-ground': {
    ...{ values: 30, topics: 18, interests: 18, picks: 18, ambitions: 6, department: 4, meeting: 4, seniority: 2 },
  },
};

/** Where the sliders stand with a preset. */
export function slidersOf(preset: Preset): OwnWeights {
  const { picks: _, ...own } = presetWeights[preset];
  return own;
}

/** Whole, together 100. */
export function weightsOf({ preset, own }: Pick<Aims, 'preset' | 'own'>): Weights {
  if (!own) return presetWeights[preset];
  return normaliseWeights({ ...own, picks: privateWeight(own, presetWeights[preset].picks) });
}

/**
 * Private wishes keep the share that they have in the preset, but count for no more than a third of what everybody is asked about
 * the talks themselves, as in the most personal preset: with less beside them, pairs would show who wishes whom.
 */
function privateWeight(own: OwnWeights, share: number): number {
  const others = weighedParts.reduce((sum, part) => sum + own[part], 0);
  return Math.min((others * share) / (100 - share), (own.topics + own.values + own.ambitions) / 3);
}

/** Own weights that are those of the preset are none. */
export function aimsWith(aims: Aims, own: OwnWeights | undefined): Aims {
  const { own: _, ...rest } = aims;
  const preset = slidersOf(aims.preset);
  const isSame = !own || weighedParts.every((part) => own[part] === preset[part]);
  return isSame ? rest : { ...rest, own };
}

/** How much a part counts, for words: by its share of 100. */
export function weightInWords(share: number): 'nothing' | 'little' | 'some' | 'much' | 'very-much' {
  if (share === 0) return 'nothing';
  if (share < 8) return 'little';
  if (share < 16) return 'some';
  return share < 26 ? 'much' : 'very-much';
}
