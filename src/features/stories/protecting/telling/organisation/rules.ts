/** Parts of the organisation and roles that few people share, as the directory has them. */
import type { Language } from '../../../../../platform/words.ts';
import instead from '../../content/instead.json' with { type: 'json' };
import type { Directory } from '../../directory/rules.ts';
import { phraseKey } from '../../lists/rules.ts';
import type { Span } from '../../phrases/rules.ts';
import type { Word } from '../../reading/rules.ts';
import type { Draft, TellingFacts } from '../model.ts';

/** "Team lead, Legal", "hoofd Kwaliteit": whoever leads a department is known there. */
const leading =
  /^(?:lead|leader|head|director|manager|chief|teamleider|teamlead|hoofd|directeur|directrice|diensthoofd|afdelingshoofd|responsable|cheffe?|equipe|leiter(?:in)?|teamleiter(?:in)?|abteilungsleiter(?:in)?|direktor(?:in)?)$/;
const between = /^(?:of|the|van|de|het|du|des|d|der|dem|fur|l|la|from|for|bij|in|im)$/;

export function leadersIn(
  words: readonly Word[],
  language: Language,
  { begins, departments, longest }: Directory,
): Draft[] {
  return words.flatMap((word, at): Draft[] => {
    if (!begins.has(word.key) || !word.isCapital || at === 0) return [];
    let from = at - 1;
    while (from > at - 3 && from > 0 && between.test(words[from]!.key)) from -= 1;
    if (!leading.test(words[from]!.key) || words.slice(from + 1, at + 1).some(({ isCut }) => isCut)) return [];
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      const key = words
        .slice(at, at + length)
        .map((one) => one.key)
        .join(' ');
      if (!departments.has(key)) continue;
      const isTeam =
        words[from - 1]?.key === 'team' ||
        words[from - 1]?.key === 'd' ||
        words[from - 1]?.key === 'chef' ||
        words[from - 1]?.key === 'cheffe';
      return [
        {
          kind: 'unique',
          why: 'role',
          span: { from: isTeam ? from - 1 : from, to: at + length - 1 },
          instead: [instead[language].unique.role],
        },
      ];
    }
    return [];
  });
}

/** Departments and titles of the directory that few people share. */
export function organisationIn(words: readonly Word[], language: Language, facts: TellingFacts): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!facts.directory.begins.has(words[at]!.key)) continue;
    for (let length = Math.min(facts.directory.longest, words.length - at); length > 0; length -= 1) {
      const own = words.slice(at, at + length);
      if (own.slice(1).some(({ isCut, gap }) => isCut || gap.length > 3)) continue;
      const draft = draftOf(own, at, words, language, facts);
      if (!draft) continue;
      drafts.push(draft);
      at += length - 1;
      break;
    }
  }
  return drafts;
}

function draftOf(
  own: readonly Word[],
  at: number,
  words: readonly Word[],
  language: Language,
  facts: TellingFacts,
): Draft | undefined {
  const key = own.map((one) => one.key).join(' ');
  const span = { from: at, to: at + own.length - 1 };
  const held = facts.directory.titles.get(key);
  if (held !== undefined && held < facts.fewestOfRole && key.length > 7 && !facts.directory.departments.has(key))
    return { kind: 'unique', why: 'role', span, instead: [instead[language].unique.role] };
  // "I said it" is no department.
  if (key === 'it' && language === 'en' && !own[0]!.isShout) return undefined;
  const department = facts.directory.departments.get(key);
  if (!department) return undefined;
  const isSmall =
    department.size < facts.fewest ||
    sitesNear(words, span, key, facts).some((site) => isFew(department.at.get(site), facts.fewest));
  return isSmall
    ? { kind: 'small-group', why: 'department', span, instead: [instead[language].group.department] }
    : undefined;
}

const isFew = (size: number | undefined, fewest: number): boolean => size !== undefined && size < fewest;

/** Sites that are named in the same sentence; of the own department also the own. */
function sitesNear(
  words: readonly Word[],
  { from, to }: Span,
  key: string,
  { directory, own }: TellingFacts,
): string[] {
  let [begin, end] = [from, to];
  while (begin > 0 && !words[begin]!.isCut) begin -= 1;
  while (words[end + 1] && !words[end + 1]!.isCut) end += 1;
  const named = words.slice(begin, end + 1).flatMap(({ key: one }) => sitesCalled(one, directory));
  const theirs = own.filter(
    ({ department }) => directory.departments.get(department) === directory.departments.get(key),
  );
  return [...named, ...theirs.map(({ site }) => site)];
}

/** The directory says Ghent, people say Gent. */
const sameTown = [
  ['gent', 'ghent', 'gand'],
  ['brussel', 'brussels', 'bruxelles'],
  ['antwerpen', 'antwerp', 'anvers'],
  ['luik', 'liege', 'luttich'],
  ['lille', 'rijsel'],
  ['leuven', 'louvain'],
  ['brugge', 'bruges'],
  ['namur', 'namen'],
  ['mons', 'bergen'],
  ['koln', 'cologne', 'keulen'],
  ['munchen', 'munich'],
  ['aachen', 'aken'],
  ['paris', 'parijs'],
  ['the hague', 'den haag'],
];

const sitesCalled = (key: string, { sites }: Directory): string[] =>
  [key, ...(sameTown.find((names) => names.includes(key)) ?? [])].filter((one) => sites.has(phraseKey(one)));
