/** The mentors' circle: joining it, its questions, what hosts took out of what one wrote, and leaving it. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useTurns } from '../../../ui/paged-list.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { circlePath, findCircle, joinCircle, readRemoval } from './client.ts';
import { Leave } from './components/leave.tsx';
import { circleKey, useCircleRefresh } from './components/keys.ts';
import { Questions, type Wanted } from './components/questions.tsx';
import type { CirclePage } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalL}`, paddingInlineStart: tokens.spacingHorizontalXL },
  item: { marginBottom: tokens.spacingVerticalS, maxWidth: '64ch', lineHeight: '1.55' },
});

export default function CirclePageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const turns = useTurns<Wanted>({ show: 'all', topic: undefined, language: undefined });
  const found = useQuery({
    queryKey: circleKey(programmeId, turns.wish),
    queryFn: () => findCircle(programmeId, turns.wish),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const page = found.data;
  const isHost = page?.seat === 'host';
  const isIn = page !== undefined && (isHost || page.joined);
  const back = isHost
    ? { to: `/programmes/${programmeId}/training`, label: t('back.host') }
    : { to: '/', label: t('back.mentor') };
  return (
    <Page
      title={t('title')}
      lead={page && t(isHost ? 'lead.host' : 'lead', { programme: page.programmeName })}
      back={back}
      {...(isIn && page.open
        ? {
            action: (
              <ButtonLink to={`${circlePath(programmeId)}/ask`} appearance="primary">
                {t('ask')}
              </ButtonLink>
            ),
          }
        : {})}
    >
      <Loaded of={found}>
        {(one) =>
          isIn ? (
            <>
              {!one.open && <Notice>{t('over')}</Notice>}
              <Removals programmeId={programmeId} removals={one.removals} />
              <Questions {...{ programmeId, found, turns }} />
              {one.joined && <Leave programmeId={programmeId} />}
              <Receipt of="circle" />
            </>
          ) : (
            <Join programmeId={programmeId} page={one} />
          )
        }
      </Loaded>
    </Page>
  );
}

const promises = ['names', 'hosts', 'mentees', 'outside', 'leave'] as const;

function Join({ programmeId, page }: { readonly programmeId: string; readonly page: CirclePage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const refresh = useCircleRefresh(programmeId);
  const { start, busy, problem } = useOnce(async () => {
    await joinCircle(programmeId);
    await refresh();
    tell(t('joined'));
  });
  return (
    <Section title={t('join.title')} lead={t('join.lead')}>
      <ul className={styles.list}>
        {promises.map((one) => (
          <li key={one} className={styles.item}>
            {t(`join.${one}`)}
          </li>
        ))}
        <li className={styles.item}>{t(page.mayNameless ? 'join.nameless' : 'join.few')}</li>
      </ul>
      {problem && <FormProblem problem={problem} />}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
        {t('join')}
      </Button>
    </Section>
  );
}

interface RemovalsProps extends Pick<CirclePage, 'removals'> {
  readonly programmeId: string;
}

function Removals({ programmeId, removals }: RemovalsProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const read = useOnce(async () => {
    for (const { id } of removals) await readRemoval(programmeId, id);
    await queries.invalidateQueries({ queryKey: circleKey(programmeId) });
  });
  if (removals.length === 0) return null;
  return (
    <Notice
      intent="warning"
      title={t('removed.title', { count: removals.length })}
      actions={
        <Button disabledFocusable={read.busy} onClick={() => void read.start()}>
          {t('removed.read')}
        </Button>
      }
    >
      {removals.map(({ id, what, why }) => (
        <p key={id}>{t(`removed.${what}`, { why })}</p>
      ))}
      {t('removed.next')}
      {read.problem && <FormProblem problem={read.problem} />}
    </Notice>
  );
}
