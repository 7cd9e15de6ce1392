/** My pair: who, why you two, what is next; then what later features bring. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FormProblem, useOnce } from '../../ui/form.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { useMoment } from '../../ui/moment.tsx';
import { tell } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Person } from '../../ui/person.tsx';
import { sayReasons } from '../matching/words.ts';
import { answer, loadPair, resume } from './client.ts';
import { Parting } from './components/parting.tsx';
import { useRefresh } from './components/refresh.ts';
import { PairSections, type PairSection } from './components/sections.tsx';
import type { PairView, PartingReason } from './model.ts';
import { say as sayParting } from './parting/words.ts';
import { say } from './words.ts';

export interface PairPageProps {
  readonly programmeId: string;
  readonly pairId: string;
  /** What later features show of a pair, in this order. */
  readonly sections?: readonly PairSection[];
}

export default function PairPage({ programmeId, pairId, sections = [] }: PairPageProps): ReactNode {
  const t = useSay(say);
  const pair = useQuery({ queryKey: ['pair', programmeId, pairId], queryFn: () => loadPair(programmeId, pairId) });
  const found = pair.data;
  const lead = found && t(`page.lead.${found.side}`, { programme: found.programmeName });
  return (
    <Page title={t('page.title')} lead={lead} back={{ to: '/', label: t('page.back') }} narrow>
      <Loaded of={pair}>
        {(one) => (
          <>
            <Partner pair={one} />
            <Next pair={one} />
            <PairSections programmeId={programmeId} pairId={pairId} pair={one} sections={sections} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Partner({ pair }: { readonly pair: PairView }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const { name, jobTitle, department, site } = pair.partner;
  const job = [jobTitle, department, site].filter(Boolean).join(' · ');
  return (
    <Section title={t('page.why')}>
      <Person name={name} job={job} size="large" />
      {pair.partner.outside && <p>{t('about.outside', { name })}</p>}
      <ul>
        {sayReasons(language, pair.reasons).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function nextKey({ state, waitsForMe, pausedByMe, ending }: PairView) {
  if (ending === 'together') return 'page.next.together';
  if (state === 'offered') return waitsForMe ? 'page.next.answer' : 'page.next.offered';
  if (state === 'paused') return pausedByMe ? 'page.next.pausedByMe' : 'page.next.paused';
  return state === 'active' ? 'page.next.active' : 'page.next.ended';
}

function Next({ pair }: { readonly pair: PairView }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  return (
    <Section title={t('page.next')} lead={t(nextKey(pair), { name: pair.partner.name })}>
      {pair.waitsForMe && <Answer pair={pair} />}
      {pair.state === 'active' && pair.asGuest && <p>{t('page.guest', { name: pair.partner.name })}</p>}
      {pair.state === 'active' && !pair.asGuest && (
        <ButtonLink to={`/programmes/${pair.programmeId}/pairs/${pair.id}/meetings/new`} appearance="primary">
          {t('begun.find')}
        </ButtonLink>
      )}
      {pair.state === 'paused' && pair.backAt !== undefined && (
        <p>{t('page.paused.until', { day: write(pair.backAt, 'day') })}</p>
      )}
      {pair.proposalBy !== undefined && <p>{t('page.proposal', { day: write(pair.proposalBy, 'day') })}</p>}
      {pair.mayGoOn && <Resume pair={pair} />}
      {pair.ending === 'together' && (
        <ButtonLink to={`/programmes/${pair.programmeId}/pairs/${pair.id}/closing`} appearance="primary">
          {t('page.look')}
        </ButtonLink>
      )}
    </Section>
  );
}

function Answer({ pair }: { readonly pair: PairView }): ReactNode {
  const t = useSay(say);
  const refresh = useRefresh(pair);
  const queries = useQueryClient();
  const yes = useOnce(async () => {
    await answer(pair, 'yes');
    await refresh(t('page.answered.told'));
  });
  const no = async (why: PartingReason) => {
    await answer(pair, 'no', why);
    tell(t('page.answered.told'));
    await queries.invalidateQueries();
  };
  return (
    <>
      {yes.problem && <FormProblem problem={yes.problem} />}
      <Button appearance="primary" disabledFocusable={yes.busy} onClick={() => void yes.start()}>
        {t('offer.yes')}
      </Button>{' '}
      <Parting
        title={t('decline.title')}
        text={t('decline.text')}
        confirm={t('decline.confirm')}
        trigger={<Button>{t('offer.no')}</Button>}
        onConfirm={no}
      />
    </>
  );
}

function Resume({ pair }: { readonly pair: PairView }): ReactNode {
  const t = useSay(say);
  const told = useSay(sayParting);
  const refresh = useRefresh(pair);
  const { start, busy, problem } = useOnce(async () => {
    await resume(pair);
    await refresh(told('page.resumed.told'));
  });
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
        {t('page.resume')}
      </Button>
    </>
  );
}
