/** Before a session: the entry in the calendar, telling people, calling it off. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { announceSession, cancelSession, enterSession, type SessionPlace } from '../client.ts';
import type { SessionPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalM },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { margin: 0, maxWidth: '64ch' },
});

interface StepsProps {
  readonly at: SessionPlace;
  readonly page: SessionPage;
}

/** What was answered is shown at once, and what else lists it is fetched anew. */
export function useKept({ programmeId, sessionId }: SessionPlace): (next: SessionPage) => Promise<void> {
  const queries = useQueryClient();
  return async (next) => {
    queries.setQueryData(['session', programmeId, sessionId], next);
    await queries.invalidateQueries({ queryKey: ['sessions', programmeId] });
  };
}

export function Steps({ at, page }: StepsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useKept(at);
  const { version, state, invited, counts } = page;
  return (
    <>
      <Calendar at={at} page={page} />
      <Section title={t(state === 'draft' ? 'announce.section' : 'off.section')}>
        <div className={styles.stack}>
          {state === 'draft' && (
            <>
              <p className={styles.text}>{t('announce.text', { count: invited })}</p>
              {page.online && page.joinUrl === undefined && <Notice intent="warning">{t('announce.no-link')}</Notice>}
            </>
          )}
          <div className={styles.foot}>
            {state === 'draft' && (
              <Confirm
                title={t('announce.title')}
                text={t('announce.confirm', { count: invited })}
                confirm={t('announce.do')}
                trigger={<Button appearance="primary">{t('announce.do')}</Button>}
                onConfirm={async () => {
                  await keep(await announceSession(at, version));
                  tell(t('announce.done'));
                }}
              />
            )}
            <Confirm
              title={t('off.title')}
              text={t(state === 'draft' ? 'off.draft' : 'off.text', { count: counts.in + counts.waiting })}
              confirm={t('off.do')}
              trigger={<Button>{t('off.do')}</Button>}
              onConfirm={async () => {
                await keep(await cancelSession(at, version));
                tell(t('off.done'));
              }}
            />
          </div>
        </div>
      </Section>
    </>
  );
}

function Calendar({ at, page }: StepsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useKept(at);
  const { entry } = page;
  const { start, busy, problem } = useOnce(async () => {
    await keep(await enterSession(at));
    tell(t('entry.done'));
  });
  const isOthers = entry !== undefined && !entry.isMine;
  return (
    <Section title={t('entry.section')} lead={t('entry.lead')}>
      <div className={styles.stack}>
        {entry && (
          <p className={styles.text}>
            {isOthers
              ? t(entry.isCurrent ? 'entry.others' : 'entry.others.stale', { name: entry.byName })
              : t(entry.isCurrent ? 'entry.current' : 'entry.stale')}
          </p>
        )}
        {problem && <FormProblem problem={problem} />}
        {!isOthers && !(entry?.isCurrent === true) && (
          <Button disabledFocusable={busy} onClick={() => void start()}>
            {t(entry ? 'entry.update' : 'entry.make')}
          </Button>
        )}
      </div>
    </Section>
  );
}
