/** Rules of an audience while somebody writes them: nothing is lost that was ticked before, and only what is complete is asked for. */
import type { TenureId } from '../../../people/everybody/rules.ts';
import type { Language } from '../../../../platform/words.ts';
import {
  filterKinds,
  participantRoles,
  type Audience,
  type FilterKind,
  type Filters,
  type Group,
  type Participant,
} from '../model.ts';
import { rulesOf } from '../rules.ts';

export interface RuleDraft {
  /** The kinds that were ticked. */
  readonly by: readonly FilterKind[];
  readonly departments: readonly string[];
  readonly sites: readonly string[];
  readonly countries: readonly string[];
  readonly languages: readonly Language[];
  readonly groups: readonly Group[];
  /** Only direct members of the groups count. */
  readonly direct: boolean;
  /** As it is typed, with commas. */
  readonly jobTitles: string;
  readonly levels: readonly number[];
  readonly tenures: readonly TenureId[];
  readonly programmeId: string;
  readonly roles: readonly Participant['role'][];
  readonly stages: readonly Participant['stage'][];
}

export interface RulesDraft {
  readonly any: readonly RuleDraft[];
  readonly except: readonly RuleDraft[];
}

export const newRule: RuleDraft = {
  ...{ by: [], departments: [], sites: [], countries: [], languages: [], groups: [], direct: false },
  ...{ jobTitles: '', levels: [], tenures: [], programmeId: '', roles: participantRoles, stages: ['paired'] },
};

/** To go on from what is kept. */
export function rulesDraftOf(audience: Audience): RulesDraft {
  const rules = rulesOf(audience);
  return { any: rules.any.map(ruleDraftOf), except: rules.except.map(ruleDraftOf) };
}

function ruleDraftOf(rule: Filters): RuleDraft {
  const { groups = [], participants, jobTitles = [], ...lists } = rule;
  return {
    ...newRule,
    ...Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== undefined)),
    by: filterKinds.filter((kind) => rule[kind] !== undefined),
    groups: groups.map(({ id, name }) => ({ id, name })),
    direct: groups.length > 0 && groups.every(({ direct }) => direct === true),
    jobTitles: jobTitles.join(', '),
    ...participants,
  };
}

/** Nothing as long as something that was ticked is open: it would ask more people than somebody meant. */
export function audienceOf({ any, except }: RulesDraft): Audience | undefined {
  const [wanted, unwanted] = [any.map(ruleOf), except.map(ruleOf)];
  const isWhole = (rules: readonly (Filters | undefined)[]): rules is Filters[] => rules.every(Boolean);
  if (!isWhole(wanted) || !isWhole(unwanted)) return undefined;
  const [only] = wanted;
  if (only && wanted.length === 1 && unwanted.length === 0) return { kind: 'chosen', ...only };
  return wanted.length + unwanted.length === 0 ? undefined : { kind: 'rules', any: wanted, except: unwanted };
}

function ruleOf(draft: RuleDraft): Filters | undefined {
  const { by, programmeId, roles, stages, direct } = draft;
  const jobTitles = draft.jobTitles
    .split(',')
    .map((words) => words.trim())
    .filter((words) => words.length >= 2);
  const isWhole: Record<FilterKind, boolean> = {
    ...{ departments: draft.departments.length > 0, sites: draft.sites.length > 0 },
    ...{ countries: draft.countries.length > 0, languages: draft.languages.length > 0 },
    ...{ groups: draft.groups.length > 0, jobTitles: jobTitles.length > 0 },
    ...{ levels: draft.levels.length > 0, tenures: draft.tenures.length > 0 },
    participants: programmeId !== '' && roles.length > 0 && stages.length > 0,
  };
  if (by.length === 0 || !by.every((kind) => isWhole[kind])) return undefined;
  const all: Required<Filters> = {
    ...{ departments: [...draft.departments], sites: [...draft.sites], countries: [...draft.countries] },
    ...{ languages: [...draft.languages], levels: [...draft.levels], tenures: [...draft.tenures], jobTitles },
    groups: draft.groups.map(({ id, name }) => ({ id, name, ...(direct ? { direct: true as const } : {}) })),
    participants: { programmeId, roles: [...roles], stages: [...stages] },
  };
  return Object.fromEntries(filterKinds.filter((kind) => by.includes(kind)).map((kind) => [kind, all[kind]]));
}
