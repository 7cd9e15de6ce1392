/** The proposal in short, with the proof in plain words, and what coordinators changed by hand. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/page.tsx';
import type { Override } from '../model.ts';
import type { Workbench } from '../proposals/model.ts';
import { sayAims } from '../weighing/words.ts';
import { say } from '../words.ts';
import { NotReady } from './not-ready.tsx';
import type { Wanted } from './change-form.tsx';

const ChangeForm = lazy(async () => ({ default: (await import('./change-form.tsx')).ChangeForm }));

export function Summary({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const moment = useMoment();
  const { proposal } = bench;
  if (!proposal) return null;
  const { matched, mentees, firstChoice, waited, waitedMatched = 0 } = proposal.counts;
  const made = t('sum.made', { name: bench.people[proposal.madeBy]?.name ?? '…', when: moment(proposal.madeAt) });
  const least = proposal.everybodyAtLeast;
  const { equalBy } = proposal.aims;
  return (
    <Section title={t('sum.title')} lead={made}>
      <Figures>
        <Figure value={matched} label={t('sum.matched')} hint={t('sum.of', { count: mentees })} />
        <Figure value={firstChoice} label={t('sum.first')} hint={t('sum.of', { count: matched })} />
        <Figure value={mentees - matched} label={t('sum.left')} />
      </Figures>
      <p>
        {t('sum.aims', { what: sayAims(language, proposal.aims) })}{' '}
        {equalBy && t('sum.equal', { cut: t(`cut.${equalBy}`) })}
      </p>
      {least && <p>{t('sum.least', { strength: t(`strength.${least}`) })}</p>}
      {waited !== undefined && <p>{t('sum.waited', { waited, matched: waitedMatched })}</p>}
      {proposal.proven && <p>{t('sum.proven')}</p>}
      <NotReady programmeId={proposal.programmeId} count={proposal.counts.notReady} />
    </Section>
  );
}

/** One change by hand as a sentence. */
export function useChangeText({ people }: Workbench): (one: Override) => string {
  const t = useSay(say);
  const nameOf = (id: string | undefined): string => people[id ?? '']?.name ?? '…';
  return (one) =>
    t(`log.${one.what}`, {
      ...{ by: nameOf(one.by), mentee: nameOf(one.menteeId), mentor: nameOf(one.mentorId) },
      ...{ why: one.why, cost: t(`cost.${one.cost}`) },
    });
}

export function ChangeLog({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const changeText = useChangeText(bench);
  const [wanted, setWanted] = useState<Wanted>();
  const { changes, proposal, people } = bench;
  if (changes.length === 0) return null;
  const close = (): void => setWanted(undefined);
  return (
    <Section title={t('log.title')}>
      <ul>
        {changes.map((one) => (
          <li key={`${one.at} ${one.menteeId}`}>
            {changeText(one)}{' '}
            {proposal?.state === 'draft' && standsStill(one, changes) && (
              <Button
                aria-label={`${t('log.takeBack')}: ${changeText(one)}`}
                onClick={() => setWanted({ what: 'released', menteeId: one.menteeId, ...given(one.mentorId) })}
              >
                {t('log.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {wanted && proposal && (
        <Dialog
          title={t('log.takeBack')}
          onClose={close}
          actions={<Button onClick={close}>{t('detail.close')}</Button>}
        >
          <Suspense>
            <ChangeForm
              wanted={wanted}
              proposal={proposal}
              nameOf={(id) => people[id ?? '']?.name ?? '…'}
              onDone={close}
            />
          </Suspense>
        </Dialog>
      )}
    </Section>
  );
}

const given = (mentorId: string | undefined) => (mentorId === undefined ? {} : { mentorId });

/** The last word on these two, unless it took something back itself. */
function standsStill(one: Override, changes: readonly Override[]): boolean {
  const last = changes.find(({ menteeId, mentorId }) => menteeId === one.menteeId && mentorId === one.mentorId);
  return last === one && one.what !== 'released';
}
