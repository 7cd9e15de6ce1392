/** Looking back together: what we reached, a word of thanks, what next; and rounding off, while the pair goes on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';
import { Button, TextLink } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { findClosing, roundOff, writeReached, type PairAddress } from './client.ts';
import { longestLine, mostLines, type ClosingView } from './model.ts';
import { say } from './words.ts';

/** What came of the goals, after what is written here. */
const GoalsAtEnd = lazy(() => import('../goals/components/at-end.tsx'));

const useStyles = makeStyles({
  lines: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
  links: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

const keyOf = ({ pairId }: PairAddress): readonly string[] => ['closing', pairId];

interface PartProps {
  readonly at: PairAddress;
  readonly found: ClosingView;
}

export default function ClosingPage(at: PairAddress): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: keyOf(at), queryFn: () => findClosing(at) });
  const name = found.data?.partner.name ?? '…';
  const back = { to: `/programmes/${at.programmeId}/pairs/${at.pairId}`, label: t('page.back') };
  return (
    <Page title={t('page.title')} lead={t('page.lead', { name })} back={back} narrow>
      <Loaded of={found}>
        {(one) => (
          <>
            {one.isRoundedOff && <Notice intent="success">{t('off.done')}</Notice>}
            <ReachedSection at={at} found={one} />
            <Suspense>
              <GoalsAtEnd at={at} />
            </Suspense>
            <ThanksAndNext at={at} found={one} />
            {!one.isRoundedOff && <RoundOff at={at} found={one} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ReachedSection({ at, found }: PartProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { name } = found.partner;
  const blank = Array.from({ length: mostLines }, (_, place) => found.mine[place] ?? '');
  const draft = useDraft(`closing-${at.pairId}`, { lines: blank });
  const keep = async (): Promise<void> => {
    await writeReached(at, draft.value.lines);
    await queries.invalidateQueries({ queryKey: keyOf(at) });
    draft.clear();
    tell(t('reached.saved'), { intent: 'success' });
  };
  return (
    <Section title={t('reached.title')} lead={t('reached.hint')}>
      <h3>{t('reached.theirs', { name })}</h3>
      {found.theirs.length === 0 ? (
        <p>{t('reached.theirs.none', { name })}</p>
      ) : (
        <ul className={styles.lines}>
          {found.theirs.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <h3>{t('reached.mine')}</h3>
      <Form draft={draft} submit={t('reached.save', { name })} onSubmit={keep}>
        {draft.value.lines.map((line, place) => (
          <TextField
            key={place}
            name={`lines.${place}`}
            label={t('reached.line', { number: place + 1 })}
            most={longestLine}
            value={line}
            onChange={(text) => draft.set({ lines: draft.value.lines.with(place, text) })}
          />
        ))}
      </Form>
      <Receipt of="closing" />
    </Section>
  );
}

function ThanksAndNext({ at, found }: PartProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const pair = `/programmes/${at.programmeId}/pairs/${at.pairId}`;
  if (found.asGuest) return null;
  return (
    <>
      <Section title={t('thanks.title')} lead={t('thanks.text', { name: found.partner.name })}>
        <TextLink to={pair} className={styles.link}>
          {t('thanks.open')}
        </TextLink>
      </Section>
      <Section title={t('next.title')}>
        <div className={styles.links}>
          {(
            [
              [`${pair}/story`, 'next.story'],
              ['/stories', 'next.stories'],
              ['/', 'next.programmes'],
            ] as const
          ).map(([to, words]) => (
            <TextLink key={to} to={to} className={styles.link}>
              {t(words)}
            </TextLink>
          ))}
        </div>
      </Section>
    </>
  );
}

function RoundOff({ at, found }: PartProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  return (
    <Section title={t('off.title')} lead={t('off.lead')}>
      <Confirm
        title={t('off.ask', { name: found.partner.name })}
        text={t('off.text')}
        confirm={t('off.do')}
        trigger={<Button appearance="primary">{t('off.do')}</Button>}
        onConfirm={async () => {
          await roundOff(at);
          await queries.invalidateQueries({ queryKey: keyOf(at) });
          await queries.invalidateQueries({ queryKey: ['pair', at.programmeId, at.pairId] });
          await queries.invalidateQueries({ queryKey: ['my-pairs'] });
          tell(t('off.told'), { intent: 'success' });
        }}
      />
    </Section>
  );
}
