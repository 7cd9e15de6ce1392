/** One send: where it stands, stopping it or sending it again as a whole, and its messages one by one. */
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Figure, Figures } from '../../../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { sendStates } from '../../../people/messages/sends/model.ts';
import { Confirm } from '../../../../ui/confirm.tsx';
import { findLines, sendAllAgain, stopSend } from '../client.ts';
import type { LineQuery, LinesPage } from '../model.ts';
import { allOf, useSendName } from '../page.tsx';
import { say } from '../words.ts';
import { SendLines } from './send-lines.tsx';
import { Tools } from './tools.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  hint: { margin: `${tokens.spacingVerticalM} 0 0`, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
});

const everyMs = 10_000;

/** Somebody looks at its first page, and something of it is on its way. */
function isMoving(pages: readonly LinesPage[] | undefined): boolean {
  return pages?.length === 1 && (pages[0]?.send.counts.waiting ?? 0) > 0;
}

interface SendPageProps {
  readonly programmeId: string;
  readonly sendGroup: string;
}

export default function SendPage({ programmeId, sendGroup }: SendPageProps): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const nameOf = useSendName();
  const [query, setQuery] = useState<LineQuery>({});
  const found = useInfiniteQuery({
    queryKey: ['sends', programmeId, sendGroup, query],
    queryFn: ({ pageParam: after }) => findLines(programmeId, sendGroup, { ...query, after }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    // The former answer stays while another one is fetched: the search must not lose its place.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => isMoving(state.data?.pages) && everyMs,
  });
  const send = found.data?.pages[0]?.send;
  const count = send && allOf(send);
  return (
    <Page
      title={send ? nameOf(send) : t('title')}
      {...(send && count !== undefined ? { lead: t('send.lead', { count, date: write(send.since, 'day') }) } : {})}
      back={{ to: `/programmes/${programmeId}/messages`, label: t('back') }}
    >
      <Loaded of={found}>
        {({ pages: [page, ...later] }) =>
          page && (
            <>
              <Standing programmeId={programmeId} page={page} />
              {page.named === 'not-reached' && <Notice>{t('named.not-reached')}</Notice>}
              {(page.total > 0 || Object.keys(query).length > 0) && (
                <Section title={t('who')}>
                  <Tools {...{ page, query, setQuery }} />
                  <SendLines programmeId={programmeId} pages={[page, ...later]} onMore={() => found.fetchNextPage()} />
                </Section>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Standing({ programmeId, page }: { readonly programmeId: string; readonly page: LinesPage }): ReactNode {
  const t = useSay(say);
  const { counts } = page.send;
  return (
    <Section title={t('figures')}>
      <Figures>
        {sendStates.map((state) => (
          <Figure key={state} value={counts[state]} label={t(`state.${state}`)} />
        ))}
      </Figures>
      <Actions programmeId={programmeId} page={page} />
    </Section>
  );
}

function Actions({
  programmeId,
  page: { send, mail },
}: {
  readonly programmeId: string;
  readonly page: LinesPage;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { id, counts, mayGetAgain: count } = send;
  const done = (run: () => Promise<unknown>, said: string) => async (): Promise<void> => {
    await run();
    tell(said, { intent: 'success' });
    await queries.invalidateQueries({ queryKey: ['sends', programmeId] });
  };
  const reach = (by: 'chat' | 'mail') => done(() => sendAllAgain(programmeId, id, 'not-reached', by), t('all.asked'));
  // At once: each second more of it goes out, and it can go on later.
  const stop = useOnce(done(() => stopSend(programmeId, id), t('all.stopped')));
  return (
    <>
      <div className={styles.actions}>
        {send.mayStop && (
          <Button disabledFocusable={stop.busy} onClick={() => void stop.start()}>
            {t('all.stop')}
          </Button>
        )}
        {send.mayGoOn && (
          <Confirm
            title={t('all.go-on.title')}
            text={t('all.go-on.text', { count: counts.stopped })}
            confirm={t('all.go-on')}
            trigger={<Button>{t('all.go-on')}</Button>}
            onConfirm={done(() => sendAllAgain(programmeId, id, 'stopped', 'chat'), t('all.went-on'))}
          />
        )}
        {count > 0 &&
          (mail ? (['chat', 'mail'] as const) : (['chat'] as const)).map((by) => {
            const what = by === 'mail' ? 'all.mail' : 'all.again';
            return (
              <Confirm
                key={by}
                title={t(`${what}.title`)}
                text={t(`${what}.text`, { count })}
                confirm={t(what, { count })}
                trigger={<Button>{t(what, { count })}</Button>}
                onConfirm={reach(by)}
              />
            );
          })}
      </div>
      {stop.problem && <FormProblem problem={stop.problem} />}
      {count > 0 && !mail && <p className={styles.hint}>{t('no-mail')}</p>}
    </>
  );
}
