/** What was sent and did not arrive, with its reason and what to do; most of it can be tried again. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Person } from '../../../../ui/person.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { sendAgain, tryAgain } from '../../client.ts';
import type { MessageKind, Overview } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  words: { flex: '1 1 260px', minWidth: 0 },
  text: { display: 'block', color: tokens.colorNeutralForeground2 },
});

export function Lost({ one }: { readonly one: Overview }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { failed, notArrived, programme } = one;
  const all = <TextLink to={`/programmes/${programme.id}/messages`}>{t('lost.all')}</TextLink>;
  if (failed.length + notArrived.length === 0)
    return (
      <Section title={t('lost.title')} action={all}>
        <span className={styles.text}>{t('lost.none')}</span>
      </Section>
    );
  return (
    <Section title={t('lost.title')} action={all}>
      <ul className={styles.list}>
        {failed.map(({ id, person, kind }) => (
          <Line
            key={id}
            {...(person ? { person } : {})}
            kind={kind}
            text={t('failed.text')}
            onAgain={() => tryAgain(programme.id, id)}
          />
        ))}
        {notArrived.map(({ id, person, kind, reason, mayTryAgain }) => (
          <Line
            key={id}
            person={person}
            kind={kind}
            text={t(`reason.${reason}`)}
            {...(mayTryAgain ? { onAgain: () => sendAgain(programme.id, id) } : {})}
          />
        ))}
      </ul>
    </Section>
  );
}

interface LineProps {
  readonly person?: PersonCard;
  readonly kind: MessageKind;
  readonly text: string;
  /** Left out where another try cannot help. */
  readonly onAgain?: () => Promise<unknown>;
}

function Line({ person, kind, text, onAgain }: LineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const what = t(`kind.${kind}`);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        {person ? <Person name={person.name} job={what} /> : <strong>{what}</strong>}
        <span className={styles.text}>{text}</span>
      </div>
      {onAgain && <Again run={onAgain} about={person?.name ?? what} />}
    </li>
  );
}

function Again({ run, about }: { readonly run: () => Promise<unknown>; readonly about: string }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { start, busy, problem } = useOnce(async () => {
    await run();
    tell(t('failed.retried'), { intent: 'success' });
    await queries.invalidateQueries({ queryKey: ['overview'] });
  });
  return (
    <>
      <Button aria-label={`${t('failed.retry')}, ${about}`} disabledFocusable={busy} onClick={() => void start()}>
        {t('failed.retry')}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
