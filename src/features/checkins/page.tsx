import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { FormProblem, useOnce } from '../../ui/form.tsx';
import { useSay } from '../../ui/language.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { findCheckIn, leaveOut, type PairAddress } from './client.ts';
import { MetForm } from './components/met-form.tsx';
import { RatedForm } from './components/rated-form.tsx';
import { ThanksSection } from './components/thanks.tsx';
import { kindOf, type CheckInPage as View } from './model.ts';
import { say } from './words.ts';

const titles = {
  met: 'met.title',
  first: 'items.title',
  regular: 'items.title',
  close: 'close.title',
  later: 'later.title',
} as const;

/** One round, to answer or to change; afterwards thanks and what was said. */
export default function CheckInPage({
  programmeId,
  pairId,
  round,
}: PairAddress & { readonly round: string }): ReactNode {
  const t = useSay(say);
  const [isChanging, setChanging] = useState(false);
  const queries = useQueryClient();
  const queryKey = ['check-in', pairId, round];
  // What was confided to an adviser is forgotten with the page.
  const found = useQuery({ queryKey, queryFn: () => findCheckIn({ programmeId, pairId }, round), gcTime: 0 });
  const kept = async (view: View): Promise<void> => {
    queries.setQueryData(queryKey, view);
    setChanging(false);
    await queries.invalidateQueries({ queryKey: ['my-check-ins'] });
    await queries.invalidateQueries({ queryKey: ['pair-check-ins', pairId] });
  };
  const change = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey });
    setChanging(true);
  };
  const Form = kindOf(round) === 'met' ? MetForm : RatedForm;
  return (
    <Page
      title={t(titles[kindOf(round)])}
      lead={t(kindOf(round) === 'met' ? 'card.who' : 'items.who')}
      back={{ to: '/', label: t('page.back') }}
      narrow
    >
      <Loaded of={found}>
        {(view) =>
          view.said && !isChanging ? (
            <ThanksSection view={view} kept={kept} {...(view.isOpen ? { onChange: () => void change() } : {})} />
          ) : (
            <>
              {view.put === 'not-this' && <Notice>{t('put.not-this.text')}</Notice>}
              <Form view={view} kept={kept} />
              {!view.said && view.put !== 'not-this' && <LeaveOut view={view} kept={kept} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function LeaveOut({ view, kept }: { readonly view: View; kept(this: void, view: View): Promise<void> }): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useOnce(async () => kept(await leaveOut(view, view.round)));
  return (
    <Section plain>
      {problem && <FormProblem problem={problem} />}
      <Button appearance="subtle" disabledFocusable={busy} onClick={() => void start()}>
        {t('put.not-this')}
      </Button>
    </Section>
  );
}
