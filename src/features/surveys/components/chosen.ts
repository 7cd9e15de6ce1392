/** An audience while it is being chosen: nothing is lost that was ticked for another kind, and only what is complete is asked for. */
import type { Language } from '../../../platform/words.ts';
import {
  participantRoles,
  type Audience,
  type AudienceQuestion,
  type FilterKind,
  type Filters,
  type Group,
  type Participant,
  type Sample,
} from '../audience/model.ts';
import { kindsOf } from '../audience/rules.ts';
import { usualMargin, usualResponse } from '../audience/sampling/rules.ts';

export interface Chosen {
  readonly kind: 'everybody' | 'chosen';
  /** The kinds by which one chooses. */
  readonly by: readonly FilterKind[];
  readonly departments: readonly string[];
  readonly sites: readonly string[];
  readonly countries: readonly string[];
  readonly languages: readonly Language[];
  readonly groups: readonly Group[];
  readonly programmeId: string;
  readonly roles: readonly Participant['role'][];
  readonly stages: readonly Participant['stage'][];
  /** A random sample instead of all of them. */
  readonly draw: boolean;
  readonly margin: number;
  readonly response: number;
}

/** As it was kept. */
export function chosenOf(audience: Audience, sample: Sample | undefined): Chosen {
  const found: Filters = audience.kind === 'chosen' ? audience : {};
  const { departments = [], sites = [], countries = [], languages = [], groups = [], participants } = found;
  return {
    kind: audience.kind === 'everybody' ? 'everybody' : 'chosen',
    by: kindsOf(audience),
    departments: audience.kind === 'departments' ? audience.departments : departments,
    ...{ sites, countries, languages, groups },
    programmeId: participants?.programmeId ?? '',
    roles: participants?.roles ?? participantRoles,
    stages: participants?.stages ?? ['paired'],
    draw: sample !== undefined,
    margin: sample?.margin ?? usualMargin,
    response: sample?.response ?? usualResponse,
  };
}

/** The audience is left out as long as it is not complete. */
export function questionOf(value: Chosen): Partial<AudienceQuestion> {
  const { kind, draw, margin, response } = value;
  const sample = draw ? { sample: { margin, response } } : {};
  if (kind === 'everybody') return { audience: { kind }, ...sample };
  const filters = filtersOf(value);
  return filters ? { audience: { kind: 'chosen', ...filters }, ...sample } : sample;
}

function filtersOf(value: Chosen): Filters | undefined {
  const { by, departments, sites, countries, languages, groups, programmeId, roles, stages } = value;
  const isWhole: Record<FilterKind, boolean> = {
    ...{ departments: departments.length > 0, sites: sites.length > 0, countries: countries.length > 0 },
    ...{ languages: languages.length > 0, groups: groups.length > 0 },
    participants: programmeId !== '' && roles.length > 0 && stages.length > 0,
  };
  // What is ticked and left empty would ask more people than somebody meant.
  if (by.length === 0 || !by.every((kind) => isWhole[kind])) return undefined;
  const all: Required<Filters> = {
    ...{ departments: [...departments], sites: [...sites], countries: [...countries] },
    ...{ languages: [...languages], groups: [...groups] },
    participants: { programmeId, roles: [...roles], stages: [...stages] },
  };
  return Object.fromEntries(by.map((kind) => [kind, all[kind]]));
}
