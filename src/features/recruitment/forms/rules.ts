/** What ticked boxes mean. */
import { missingFor } from '../rules.ts';
import { wholeOf, type SpokenAnswers } from '../slips/model.ts';
import { boxGroups, type BoxGroup, type EntryProblem, type WrongEntry } from './model.ts';

export interface ReadForm {
  readonly answers: SpokenAnswers;
  readonly signed: boolean;
}

type Ticked = Readonly<Record<BoxGroup['of'], readonly unknown[]>>;

/** As one types what was scanned or read: capitals, spaces and dashes do not matter. */
export const plainSerial = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-z]/g, '');

/**
 * The answers of a paper, or the first thing that is wrong with it. A question without a tick has the answer that the tab begins
 * with. On paper a topic is ticked or not: a tick counts as "quite a bit".
 */
export function readForm(boxes: string, motivation: string): ReadForm | WrongEntry {
  const ticked = tickedIn(boxes);
  if ('problem' in ticked) return ticked;
  if (motivation.length > 600) return { problem: 'motivation-long', about: String(motivation.length) };
  const [role] = ticked.role as SpokenAnswers['role'][];
  if (role === undefined) return { problem: 'role-needed', about: 'A' };
  const answers: SpokenAnswers = {
    role,
    sought: levelled(ticked.sought),
    offered: levelled(ticked.offered),
    ambitions: [...ticked.ambitions] as SpokenAnswers['ambitions'],
    interests: [...ticked.interests] as SpokenAnswers['interests'],
    values: [...ticked.values] as SpokenAnswers['values'],
    languages: [...ticked.languages] as SpokenAnswers['languages'],
    meeting: (ticked.meeting[0] as SpokenAnswers['meeting'] | undefined) ?? 'either',
    hoursAMonth: Number(ticked.hours[0] ?? 1),
    capacity: Number(ticked.capacity[0] ?? 1),
    motivation,
    mayShowName: ticked.mayShowName.length > 0,
  };
  const [gap] = missingFor(wholeOf(answers, undefined));
  if (gap) return { problem: gap.reason as EntryProblem, about: letterOf[gap.field] ?? '' };
  return { answers, signed: ticked.signed.length > 0 };
}

const letterOf: Readonly<Record<string, string>> = Object.fromEntries(boxGroups.map(({ of, letter }) => [of, letter]));

const levelled = (some: readonly unknown[]): SpokenAnswers['sought'] =>
  some.map((topic) => ({ topic: topic as SpokenAnswers['sought'][number]['topic'], level: 2 }));

function tickedIn(boxes: string): Ticked | WrongEntry {
  const ticked = Object.fromEntries(boxGroups.map(({ of }) => [of, [] as unknown[]])) as Record<
    BoxGroup['of'],
    unknown[]
  >;
  const words = boxes
    .toUpperCase()
    .split(/[\s,;.]+/)
    .filter((one) => one !== '');
  for (const word of new Set(words)) {
    const group = boxGroups.find(({ letter }) => word.startsWith(letter));
    const place = /^[A-Z][1-9][0-9]?$/.test(word) ? Number(word.slice(1)) : 0;
    const option: unknown = group?.options[place - 1];
    if (!group || option === undefined) return { problem: 'box-unknown', about: word.slice(0, 40) };
    ticked[group.of].push(option);
  }
  const many = boxGroups.find(({ of, most }) => ticked[of].length > most);
  return many ? { problem: 'boxes-many', about: many.letter } : ticked;
}
