/** How a report is put together: every section in its order, what cannot be said in one place, and whose words stand beside it. */
import { idOf } from '../../../platform/ids.ts';
import { languages, type Language } from '../../../platform/words.ts';
import { sectionIds, type ReportBlock, type Section, type SectionId, type Told } from './model.ts';
import { say } from './words.ts';

/** What a section says in whatever language it is read. */
export type Teller = (language: Language) => Told;

/** All sections but the one about what cannot be said, which is made of them. */
export type Tellers = Readonly<Record<Exclude<SectionId, 'unsaid'>, Teller>>;

export function sectionsOf(tellers: Tellers): Section[] {
  const inEach = (teller: Teller): Section['told'] =>
    Object.fromEntries(languages.map((one) => [one, teller(one)])) as Section['told'];
  const told = sectionIds.flatMap((id): Section[] => (id === 'unsaid' ? [] : [{ id, told: inEach(tellers[id]) }]));
  const unsaid: Section = { id: 'unsaid', told: inEach((language) => unsaidIn(told, language)) };
  return sectionIds.map((id) => told.find((one) => one.id === id) ?? unsaid);
}

/** Each reason with the section that it is about, and what is never told. */
function unsaidIn(sections: readonly Section[], language: Language): Told {
  const items = sections.flatMap((one) =>
    one.told[language].unsaid.map((why) =>
      say(language, 'unsaid.line', { title: say(language, `title.${one.id}`), why }),
    ),
  );
  const always: ReportBlock[] = [
    { kind: 'small', text: say(language, 'unsaid.floors') },
    { kind: 'small', text: say(language, 'unsaid.cause') },
  ];
  const blocks: ReportBlock[] =
    items.length === 0 ? [{ kind: 'text', text: say(language, 'unsaid.none') }] : [{ kind: 'list', items }];
  return { blocks: [...blocks, ...always], unsaid: [] };
}

/** Stands for the figures that somebody saw: other figures have another one. */
export const sightOf = ({ told }: Section): string => idOf('seen', JSON.stringify(told));

interface Written {
  readonly text: string;
}

/** What stands beside the figures in a language: the words written in it, else those of the binding one. */
export function wordsIn(
  reader: Language,
  binding: Language,
  find: (language: Language) => Written | undefined,
): { readonly own: string; readonly borrowed?: string } {
  const own = find(reader)?.text ?? '';
  const other = reader === binding ? '' : (find(binding)?.text ?? '');
  return { own, ...(own === '' && other !== '' ? { borrowed: other } : {}) };
}
