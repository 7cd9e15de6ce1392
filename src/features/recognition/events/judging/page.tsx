/** For a juror: what is considered, in an order of their own; each is judged alone, before anybody else's words are there. */
import { makeStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Empty, Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { findJury, stepBack, type EventPlace } from '../client.ts';
import { Facts } from '../components/facts.tsx';
import { say } from '../words.ts';
import type { JuryPage } from './model.ts';

const ToJudge = lazy(async () => ({ default: (await import('../components/to-judge.tsx')).ToJudge }));

const useStyles = makeStyles({ back: { alignSelf: 'flex-start' } });

export default function JuryPageView({ programmeId, eventId }: EventPlace): ReactNode {
  const t = useSay(say);
  const at = { programmeId, eventId };
  const found = useQuery({ queryKey: ['jury', programmeId, eventId], queryFn: () => findJury(at) });
  const one = found.data;
  return (
    <Page
      title={one ? t('jury.page', { title: one.title }) : t('jury.title')}
      lead={t('jury.alone')}
      back={{ to: '/me/recognition', label: t('mine.back') }}
      narrow
    >
      <Loaded of={found}>
        {(page) => (
          <>
            <Nominations at={at} page={page} />
            <Section title={t('one.facts')}>
              <Facts of={page} criteria={page.criteria} />
            </Section>
            {page.phase !== 'decided' && page.phase !== 'held' && <StepBack at={at} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Nominations({ at, page }: { readonly at: EventPlace; readonly page: JuryPage }): ReactNode {
  const t = useSay(say);
  const write = useMoment(page.zone);
  if (page.phase === 'cancelled') return <Notice>{t('one.cancelled')}</Notice>;
  if (page.phase === 'decided' || page.phase === 'held') return <Notice>{t('jury.decided')}</Notice>;
  if (page.phase !== 'judging')
    return <Empty title={t('jury.not-yet')} text={t('jury.not-yet.text', { day: write(page.juryAt, 'day') })} />;
  return (
    <>
      {page.notForMe > 0 && <Notice>{t('jury.not-for-me', { count: page.notForMe })}</Notice>}
      {page.nominations.length === 0 && <Empty title={t('jury.none')} text={t('jury.none.text')} />}
      <Suspense fallback={<Waiting lines={6} />}>
        {page.nominations.map((one) => (
          <ToJudge key={one.id} at={at} page={page} one={one} />
        ))}
      </Suspense>
    </>
  );
}

function StepBack({ at }: { readonly at: EventPlace }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [, go] = useLocation();
  return (
    <Confirm
      {...{ title: t('step-back.title'), text: t('step-back.text'), confirm: t('step-back.do') }}
      trigger={
        <Button appearance="subtle" className={styles.back}>
          {t('step-back.do')}
        </Button>
      }
      onConfirm={async () => {
        await stepBack(at);
        await queries.invalidateQueries({ queryKey: ['my-events'] });
        tell(t('step-back.done'));
        go('/me/recognition');
      }}
    />
  );
}
