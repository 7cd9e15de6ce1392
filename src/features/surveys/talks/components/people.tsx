/** Who is drawn and why, and after asking who comes; of those who do not there is a number only. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { Figure, Figures } from '../../../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Person } from '../../../../ui/person.tsx';
import { askPeople, drawAgain } from '../client.ts';
import type { TalkPage } from '../model.ts';
import { say } from '../words.ts';
import { Times } from './times.tsx';

type Guest = TalkPage['people'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  guest: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { flex: '1 1 260px', minWidth: 0 },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  alone: { flex: '1 1 100%' },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, alignItems: 'stretch' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function People({ talk }: { readonly talk: TalkPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const isDraft = talk.state === 'draft';
  const { waiting, declined, silent } = talk.counts;
  return (
    <Section title={t(isDraft ? 'people.drawn' : 'people.come')} lead={t(isDraft ? 'people.how' : 'people.answers')}>
      <div className={styles.stack}>
        {!isDraft && (
          <Figures>
            <Figure value={talk.people.length} label={t('people.yes')} />
            <Figure value={waiting} label={t('people.waiting')} />
            <Figure value={declined} label={t('people.no')} />
            {silent > 0 && <Figure value={silent} label={t('people.silent')} />}
          </Figures>
        )}
        {talk.people.length > 0 && (
          <ul className={styles.list} aria-label={t(isDraft ? 'people.drawn' : 'people.come')}>
            {talk.people.map((guest) => (
              <GuestLine key={guest.person.id} talk={talk} guest={guest} />
            ))}
          </ul>
        )}
        {talk.unfilled > 0 && <Notice intent="warning">{t('people.unfilled', { count: talk.unfilled })}</Notice>}
        {isDraft && talk.people.length > 0 && <Ask talk={talk} />}
        {!isDraft && talk.closesBy !== undefined && <ClosesBy talk={talk} at={talk.closesBy} />}
      </div>
    </Section>
  );
}

function ClosesBy({ talk, at }: { readonly talk: TalkPage; readonly at: number }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(talk.zone);
  return <p className={styles.text}>{t('people.until', { day: write(at, 'day') })}</p>;
}

function GuestLine({ talk, guest }: { readonly talk: TalkPage; readonly guest: Guest }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { person, because, mayQuote } = guest;
  const { start, busy, problem } = useOnce(async () => {
    await drawAgain(talk.id, person.id);
    await queries.invalidateQueries({ queryKey: ['talks', talk.id] });
  });
  const job = [person.jobTitle, person.department, person.site].filter(Boolean).join(' · ');
  const about = talk.state === 'draft' ? t(`because.${because}`) : t(mayQuote ? 'people.quote' : 'people.noquote');
  return (
    <li className={styles.guest}>
      <div className={styles.who}>
        <Person name={person.name} job={job} />
      </div>
      <span className={styles.why}>{about}</span>
      {talk.state === 'draft' && (
        <Button
          disabledFocusable={busy}
          aria-label={t('people.other.who', { name: person.name })}
          onClick={() => void start()}
        >
          {t('people.other')}
        </Button>
      )}
      {talk.state === 'asking' && talk.form === 'individual' && (
        <div className={styles.alone}>
          <Times talk={talk} guest={guest} />
        </div>
      )}
      {problem && <FormProblem problem={problem} />}
    </li>
  );
}

function Ask({ talk }: { readonly talk: TalkPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const ask = async (): Promise<void> => {
    await askPeople(talk.id);
    await queries.invalidateQueries({ queryKey: ['talks'] });
    tell(t('ask.told'));
  };
  return (
    <div>
      <Confirm
        title={t('ask.title', { count: talk.people.length })}
        text={t('ask.text')}
        confirm={t('ask.confirm')}
        onConfirm={ask}
        trigger={<Button appearance="primary">{t('ask.title', { count: talk.people.length })}</Button>}
      />
    </div>
  );
}
