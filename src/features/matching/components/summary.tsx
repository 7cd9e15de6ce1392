/** The proposal in short, with the proof in plain words, and what coordinators changed by hand. */
import type { ReactNode } from 'react';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/page.tsx';
import type { Workbench } from '../proposals/model.ts';
import { say } from '../words.ts';

export function Summary({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const { proposal } = bench;
  if (!proposal) return null;
  const { matched, mentees, firstChoice } = proposal.counts;
  const made = t('sum.made', { name: bench.people[proposal.madeBy]?.name ?? '…', when: moment(proposal.madeAt) });
  const least = proposal.everybodyAtLeast;
  return (
    <Section title={t('sum.title')} lead={made}>
      <Figures>
        <Figure value={matched} label={t('sum.matched')} hint={t('sum.of', { count: mentees })} />
        <Figure value={firstChoice} label={t('sum.first')} hint={t('sum.of', { count: matched })} />
        <Figure value={bench.leftOut.length} label={t('sum.left')} />
      </Figures>
      {least && <p>{t('sum.least', { strength: t(`strength.${least}`) })}</p>}
      {proposal.proven && <p>{t('sum.proven')}</p>}
    </Section>
  );
}

export function ChangeLog({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const nameOf = (id: string): string => bench.people[id]?.name ?? '…';
  if (bench.changes.length === 0) return null;
  return (
    <Section title={t('log.title')}>
      <ul>
        {bench.changes.map((one) => (
          <li key={`${one.at} ${one.menteeId}`}>
            {t(`log.${one.what}`, {
              ...{ by: nameOf(one.by), mentee: nameOf(one.menteeId), mentor: nameOf(one.mentorId) },
              ...{ why: one.why, cost: t(`cost.${one.cost}`) },
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
