/** Who is left out of a proposal, why, and what would help; private wishes are never one of the reasons. */
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import type { LeftOut } from '../model.ts';
import type { Workbench } from '../proposals/model.ts';
import { say, sayList } from '../words.ts';

export function LeftOutList({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  if (bench.leftOut.length === 0) return null;
  return (
    <Section title={t('left.title')} lead={t('left.lead')}>
      {bench.leftOut.map((one) => (
        <OneLeftOut key={one.menteeId} one={one} bench={bench} />
      ))}
    </Section>
  );
}

function OneLeftOut({ one, bench }: { readonly one: LeftOut; readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const person = bench.people[one.menteeId];
  return (
    <div>
      <Person name={person?.name ?? '…'} job={person?.jobTitle} />
      <p>
        {one.why === 'places-taken' ? t('left.places-taken', { count: one.compatible }) : t(`left.${one.why}`)}{' '}
        {one.scarcity && t('left.scarcity', { ...one.scarcity })}
      </p>
      <ul>
        {one.helps.map((help) => (
          <li key={help.help}>
            <HelpText help={help} bench={bench} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function HelpText(props: { readonly help: LeftOut['helps'][number]; readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const { help, mentorIds, count, languages, topics } = props.help;
  if (help === 'another-place')
    return t('help.another-place', { what: mentorIds.map((id) => props.bench.people[id]?.name ?? '…').join(', ') });
  if (help === 'meet-otherwise') return t('help.meet-otherwise', { count });
  const [spoken, what] = [sayList(language, 'spoken', languages), sayList(language, 'topic', topics)];
  return t('help.new-mentor', { languages: spoken, what });
}
