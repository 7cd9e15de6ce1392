/** Who is left out of a proposal, why, and what would help; private wishes are never one of the reasons. */
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { DataList, type Column } from '../../../ui/list.tsx';
import { Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import type { LeftOut } from '../model.ts';
import type { Workbench } from '../proposals/model.ts';
import { say, sayList } from '../words.ts';

export function LeftOutList({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const help = useHelp(bench);
  if (bench.leftOut.length === 0) return null;
  const nameOf = ({ menteeId }: LeftOut): string => bench.people[menteeId]?.name ?? '…';
  const why = (one: LeftOut): string =>
    [
      one.why === 'places-taken' ? t('left.places-taken', { count: one.compatible }) : t(`left.${one.why}`),
      one.scarcity ? t('left.scarcity', { ...one.scarcity }) : '',
    ].join(' ');
  const columns: Column<LeftOut>[] = [
    {
      ...{ key: 'mentee', title: t('list.mentee'), text: nameOf, sort: nameOf },
      cell: (one) => <Person name={nameOf(one)} job={bench.people[one.menteeId]?.jobTitle} />,
    },
    { key: 'why', title: t('left.why'), text: why, sort: (one) => one.why, cell: why },
    {
      ...{ key: 'help', title: t('left.help') },
      text: (one) => one.helps.map(help).join(' '),
      cell: (one) => one.helps.map((each) => <p key={each.help}>{help(each)}</p>),
    },
  ];
  return (
    <Section title={t('left.title')} lead={t('left.lead')}>
      <DataList
        label={t('left.title')}
        rows={bench.leftOut}
        columns={columns}
        rowKey={(one) => one.menteeId}
        empty={null}
        first={5}
      />
    </Section>
  );
}

function useHelp({ people }: Workbench): (help: LeftOut['helps'][number]) => string {
  const t = useSay(say);
  const language = useLanguage();
  return ({ help, mentorIds, count, languages, topics }) => {
    if (help === 'another-place')
      return t('help.another-place', { what: mentorIds.map((id) => people[id]?.name ?? '…').join(', ') });
    if (help === 'meet-otherwise') return t('help.meet-otherwise', { count });
    if (languages.length === 0) return t('help.language');
    const [spoken, what] = [sayList(language, 'spoken', languages), sayList(language, 'topic', topics)];
    return t('help.new-mentor', { languages: spoken, what });
  };
}
