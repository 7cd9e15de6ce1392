/** A pair's agreement: read, signed, looked at again and printed; written and changed by either. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { usePrintStyles } from '../../../ui/print.ts';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { findAgreement, lookAgain, signAgreement, type PairAddress } from './client.ts';
import { Reading } from './components/reading.tsx';
import { Standing } from './components/standing.tsx';
import type { AgreementView, SeenVersion } from './model.ts';
import { say } from './words.ts';

/** Its fields come after what is read. */
const Writing = lazy(async () => ({ default: (await import('./components/writing.tsx')).Writing }));

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    marginTop: tokens.spacingVerticalL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  earlier: { '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' } },
});

export default function AgreementPage(at: PairAddress): ReactNode {
  const t = useSay(say);
  usePrintStyles();
  const found = useQuery({ queryKey: ['agreement', at.pairId], queryFn: () => findAgreement(at), staleTime: 0 });
  const name = found.data?.partner.name ?? '…';
  return (
    <Page
      title={t('title')}
      lead={t('lead', { name })}
      back={{ to: `/programmes/${at.programmeId}/pairs/${at.pairId}`, label: t('back') }}
      narrow
    >
      <Loaded of={found}>{(one) => <Agreement at={at} found={one} />}</Loaded>
    </Page>
  );
}

interface PartProps {
  readonly at: PairAddress;
  readonly found: AgreementView;
}

function Agreement({ at, found }: PartProps): ReactNode {
  const t = useSay(say);
  const [isWriting, setWriting] = useState(false);
  const { now, open, isDue } = found;
  if (open && (isWriting || !now))
    return (
      <>
        {!now && <Standing found={found} />}
        <Section title={t('write')} lead={t('write.lead')}>
          <Suspense fallback={<Waiting lines={5} />}>
            <Writing at={at} found={found} onDone={() => setWriting(false)} />
          </Suspense>
        </Section>
        <Receipt of="agreement" />
      </>
    );
  return (
    <>
      {open && isDue && now && <LookAgain at={at} found={found} now={now} />}
      {now && <Current at={at} found={found} now={now} onChange={() => setWriting(true)} />}
      {found.earlier.length > 0 && <Earlier found={found} />}
      <div data-screen>
        <Receipt of="agreement" />
      </div>
    </>
  );
}

interface NowProps extends PartProps {
  readonly now: SeenVersion;
}

function useKeep(at: PairAddress): (one: AgreementView, told: string) => Promise<void> {
  const queries = useQueryClient();
  return async (one, told) => {
    queries.setQueryData(['agreement', at.pairId], one);
    await queries.invalidateQueries({ queryKey: ['home'] });
    tell(told, { intent: 'success' });
  };
}

function LookAgain({ at, now }: NowProps): ReactNode {
  const t = useSay(say);
  const keep = useKeep(at);
  const holds = useOnce(async () => keep(await lookAgain(at, now.version), t('due.told')));
  return (
    <div data-screen>
      <Notice
        title={t('due.title')}
        actions={
          <Button disabledFocusable={holds.busy} onClick={() => void holds.start()}>
            {t('due.holds')}
          </Button>
        }
      >
        {t('due.text')}
      </Notice>
      {holds.problem && <FormProblem problem={holds.problem} />}
    </div>
  );
}

function Current({ at, found, now, onChange }: NowProps & { readonly onChange: () => void }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const keep = useKeep(at);
  const sign = useOnce(async () => {
    try {
      await keep(await signAgreement(at, now.version), t('signed.told'));
    } catch (error) {
      // The words may be others by now: they are read before they are signed.
      await queries.invalidateQueries({ queryKey: ['agreement', at.pairId] });
      throw error;
    }
  });
  const waits = found.open && now.mineAt === undefined && now.parts.length > 0;
  return (
    <Section title={t('parts')}>
      <Standing found={found} />
      <Reading one={now} />
      {waits && (
        <p className={styles.quiet} data-screen>
          {t('sign.lead')}
        </p>
      )}
      {sign.problem && <FormProblem problem={sign.problem} />}
      <div className={styles.row} data-screen>
        {waits && (
          <Button appearance="primary" disabledFocusable={sign.busy} onClick={() => void sign.start()}>
            {t('sign')}
          </Button>
        )}
        {found.open && <Button onClick={onChange}>{t('change')}</Button>}
        <Button appearance="subtle" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
    </Section>
  );
}

function Earlier({ found }: { readonly found: AgreementView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  return (
    <div data-screen>
      <Section title={t('earlier')}>
        {found.earlier.map((one) => (
          <details key={one.version} className={styles.earlier}>
            <summary>{t('earlier.one', { day: write(one.changedAt, 'day') })}</summary>
            <p className={styles.quiet}>
              {one.mineAt !== undefined && t('earlier.mine')}{' '}
              {one.theirsAt !== undefined && t('earlier.theirs', { name: found.partner.name })}
            </p>
            <Reading one={one} />
          </details>
        ))}
      </Section>
    </div>
  );
}
