/** Being honoured: four questions, each with its own yes or no, changed with one press at any time; the certificate; and a way out. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { declineHonour, fetchMyCertificate, sayConsents, type EventPlace } from '../client.ts';
import { consents, type Consent, type MyEvent, type MyHonour as Honour } from '../honours/model.ts';
import { say } from '../words.ts';
import { useMineKept } from './about.tsx';
import { Criteria } from './facts.tsx';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '64ch' },
  list: { margin: `0 0 ${tokens.spacingVerticalM}`, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& p': { margin: 0, maxWidth: '52ch' },
  },
  presses: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface MyHonourProps {
  readonly at: EventPlace;
  readonly event: MyEvent;
  readonly honour: Honour;
}

export function MyHonour({ at, event, honour }: MyHonourProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const paper = useDownload(() => fetchMyCertificate(at));
  const decline = async (): Promise<void> => {
    await declineHonour(at);
    await queries.invalidateQueries({ queryKey: ['my-event', at.programmeId, at.eventId] });
    await queries.invalidateQueries({ queryKey: ['my-events'] });
    tell(t('decline.done'));
  };
  const values = { title: event.title, programme: event.programmeName };
  return (
    <Section title={t('honoured.title')}>
      <p className={styles.text}>{t(`honoured.${honour.side}`, values)}</p>
      <div className={styles.text}>
        <Criteria ids={honour.criteria} of={event.criteria} />
      </div>
      <p className={styles.text}>{t('honoured.ask')}</p>
      <ul className={styles.list}>
        {consents
          .filter((id) => id !== 'comes' || event.phase !== 'held')
          .map((id) => (
            <li key={id} className={styles.item}>
              <Asked at={at} id={id} said={honour.says[id]} />
            </li>
          ))}
      </ul>
      <p className={styles.text}>{t('honoured.back')}</p>
      {paper.problem && <FormProblem problem={paper.problem} />}
      <div className={styles.presses}>
        <Button disabledFocusable={paper.busy} onClick={() => void paper.start()}>
          {t('paper.get')}
        </Button>
        <Confirm
          {...{ title: t('decline.title'), text: t('decline.text'), confirm: t('decline.do') }}
          trigger={<Button appearance="subtle">{t('decline.do')}</Button>}
          onConfirm={decline}
        />
      </div>
      <Receipt of="honour" />
    </Section>
  );
}

interface AskedProps {
  readonly at: EventPlace;
  readonly id: Consent;
  readonly said: 'yes' | 'no' | undefined;
}

function Asked({ at, id, said }: AskedProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useMineKept(at);
  const question = t(`consent.${id}`);
  const answer = async (next: 'yes' | 'no'): Promise<void> => {
    await keep(await sayConsents(at, { [id]: next }));
    tell(t('consents.saved', { what: t(`consent.${id}.short`), said: t(`say.${next}`) }));
  };
  const yes = useOnce(() => answer('yes'));
  const no = useOnce(() => answer('no'));
  const problem = yes.problem ?? no.problem;
  return (
    <>
      <p>
        {question} <span className={styles.quiet}>{t(`say.now.${said ?? 'waits'}`)}</span>
      </p>
      {problem && <FormProblem problem={problem} />}
      <div className={styles.presses}>
        {(['yes', 'no'] as const).map((value) => (
          <Button
            key={value}
            appearance={said === value ? 'primary' : 'secondary'}
            aria-pressed={said === value}
            aria-label={t('say.about', { said: t(`say.${value}`), question })}
            disabledFocusable={yes.busy || no.busy}
            onClick={() => void (value === 'yes' ? yes : no).start()}
          >
            {t(`say.${value}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
