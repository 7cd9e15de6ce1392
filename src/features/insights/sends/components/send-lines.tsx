/** The messages of one send: searched, filtered and put in order by the server, fifty at a time. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { ListRows, type Column } from '../../../../ui/list-rows.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Person } from '../../../../ui/person.tsx';
import { sendAgain } from '../../client.ts';
import { say as sayReason } from '../../programme/words.ts';
import { stopMessage } from '../client.ts';
import type { LinesPage, SendLine } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  more: { marginTop: tokens.spacingVerticalL },
  state: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: { display: 'block', color: tokens.colorNeutralForeground2, maxWidth: '52ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface SendLinesProps {
  readonly programmeId: string;
  readonly pages: readonly [LinesPage, ...LinesPage[]];
  readonly onMore: () => Promise<unknown>;
}

export function SendLines({ programmeId, pages, onMore }: SendLinesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [{ mail, total }] = pages;
  const { start, busy } = useOnce(onMore);
  const lines = pages.flatMap((one) => one.lines);
  const does: Column<SendLine> = {
    ...{ key: 'does', title: t('col.does') },
    cell: (line) => <Deeds {...{ programmeId, line, mail }} />,
  };
  const columns: Column<SendLine>[] = [
    {
      key: 'person',
      title: t('col.person'),
      cell: ({ person }) => <Person name={person.name} job={person.jobTitle} />,
    },
    { key: 'state', title: t('col.state'), cell: (line) => <State line={line} /> },
    ...(lines.some(({ mayStop, mayGetAgain }) => mayStop || mayGetAgain) ? [does] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <ListRows label={t('who')} rows={lines} columns={columns} rowKey={({ id }) => id} />
      {pages.at(-1)?.next !== undefined && (
        <div className={styles.more}>
          <Button disabledFocusable={busy} onClick={() => void start()}>
            {t('more', { count: Math.min(pages[0].lines.length, total - lines.length) })}
          </Button>
        </div>
      )}
    </>
  );
}

function State({ line }: { readonly line: SendLine }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <>
      <span className={styles.state}>{t(`one.${line.state}`)}</span>
      <span className={styles.text}>{useSentence()(line)}</span>
    </>
  );
}

/** What became of it, or what it waits for. */
function useSentence(): (line: SendLine) => string {
  const t = useSay(say);
  const reason = useSay(sayReason);
  const write = useMoment();
  return ({ state, at, why = 'in-line', by = 'chat', reason: found = 'gave-up', who = '…' }) => {
    const when = write(at);
    switch (state) {
      case 'planned':
        return t(by === 'mail' ? 'planned.mail' : 'planned', { when });
      case 'waiting':
        return [t(`wait.${why}`, { when }), ...(by === 'mail' ? [t('wait.mail')] : [])].join(' ');
      case 'arrived':
        return t(`arrived.${by}`, { when });
      case 'stopped':
        return t('stopped', { name: who, when });
      case 'not-reached':
        return reason(`reason.${found}`);
      default:
        return state satisfies never;
    }
  };
}

interface DeedsProps {
  readonly programmeId: string;
  readonly line: SendLine;
  readonly mail: boolean;
}

function Deeds({ programmeId, line, mail }: DeedsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { id, person, state, mayStop, mayGetAgain } = line;
  const name = person.name;
  const again = state === 'stopped' ? 'do.go-on' : 'do.again';
  return (
    <div className={styles.buttons}>
      {mayStop && (
        <Deed
          {...{ programmeId, name, label: t('do.stop'), said: t('done.stopped') }}
          run={() => stopMessage(programmeId, id)}
        />
      )}
      {mayGetAgain && (
        <Deed
          {...{ programmeId, name, label: t(again), said: t('done.again') }}
          run={() => sendAgain(programmeId, id)}
        />
      )}
      {mayGetAgain && mail && state === 'not-reached' && (
        <Deed
          {...{ programmeId, name, label: t('do.mail'), said: t('done.mail') }}
          run={() => sendAgain(programmeId, id, 'mail')}
        />
      )}
    </div>
  );
}

interface DeedProps {
  readonly programmeId: string;
  readonly name: string;
  readonly label: string;
  readonly said: string;
  readonly run: () => Promise<unknown>;
}

function Deed({ programmeId, name, label, said, run }: DeedProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { start, busy, problem } = useOnce(async () => {
    await run();
    tell(said, { intent: 'success' });
    await queries.invalidateQueries({ queryKey: ['sends', programmeId] });
  });
  return (
    <>
      <Button aria-label={t('do.for', { what: label, name })} disabledFocusable={busy} onClick={() => void start()}>
        {label}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
