/** Whom a survey asks, and how many answered, in a few words of a language. Safe in the browser. */
import type { Language } from '../../../../platform/words.ts';
import type { Headcount } from '../../../release/model.ts';
import { say } from '../../words.ts';
import { filterKinds, type Audience, type Filters, type Sample } from '../model.ts';
import { kindsOf, ownName } from '../rules.ts';

/** Of several conditions the first, and how many more there are. */
export function audienceName(language: Language, audience: Audience, sample?: Sample): string {
  const name = unsampledName(language, audience);
  return sample ? say(language, 'audience.sample', { audience: name }) : name;
}

function unsampledName(language: Language, audience: Audience): string {
  if (audience.kind === 'everybody') return say(language, 'audience.everybody');
  if (audience.kind === 'departments') return listed(language, audience.departments, 'audience.more');
  if (audience.kind === 'rules') return rulesName(language, audience);
  const [kind = 'departments', ...others] = kindsOf(audience);
  const first = chosenName(language, audience, kind);
  return others.length === 0 ? first : say(language, 'audience.chosen.more', { first, count: others.length });
}

/** The first condition of the first rule, and how many more there are in all. */
function rulesName(language: Language, { any, except }: Extract<Audience, { kind: 'rules' }>): string {
  const conditions = [...any, ...except].flatMap((rule) => filterKinds.filter((kind) => rule[kind] !== undefined));
  const [rule] = any;
  const [kind] = rule ? conditions : [];
  const first = rule && kind ? chosenName(language, rule, kind) : say(language, 'audience.everybody');
  const count = rule ? conditions.length - 1 : conditions.length;
  return count === 0 ? first : say(language, 'audience.chosen.more', { first, count });
}

type More = 'audience.more' | 'audience.list.more';

function listed(language: Language, [first = '', ...others]: readonly string[], more: More): string {
  return others.length === 0 ? first : say(language, more, { first, count: others.length });
}

function chosenName(language: Language, chosen: Filters, kind: keyof Filters): string {
  const { departments = [], sites = [], countries = [], languages = [], groups = [], participants } = chosen;
  const { jobTitles = [], levels = [] } = chosen;
  const named = (all: readonly string[]): string => listed(language, all, 'audience.list.more');
  switch (kind) {
    case 'departments':
      return listed(language, departments, 'audience.more');
    case 'sites':
      return named(sites);
    case 'countries':
      return named(countries);
    case 'languages':
      return named(languages.map((one) => ownName(one, language)));
    case 'groups':
      return named(groups.map(({ name }) => name));
    case 'participants': {
      const [role, other] = participants?.roles ?? [];
      return say(language, `audience.participants.${other ? 'both' : (role ?? 'both')}`);
    }
    case 'jobTitles':
      return say(language, 'audience.jobTitles', { words: named(jobTitles) });
    case 'levels':
      return say(language, 'audience.levels', { levels: named(levels.map(String)) });
    case 'tenures':
      return say(language, 'audience.tenures');
    default:
      return kind satisfies never;
  }
}

/** A number from ten on, a band below; of a part always a band. */
export function headcountName(language: Language, headcount: Headcount): string | number {
  if (headcount.kind === 'exact') return headcount.people;
  const { from, to } = headcount.kind === 'band' ? headcount : { from: 0, to: 0 };
  return say(language, `headcount.${headcount.kind}`, { from, to });
}
