/** One line of the list: who, why, what is known, a message to copy or send, and what came of it. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Person } from '../../../../ui/person.tsx';
import { followUp } from '../client.ts';
import { outcomes, type FollowUpStep, type Outcome, type WordView } from '../model.ts';
import { say } from '../words.ts';
import { Message } from './message.tsx';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.4fr)',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalL} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  why: { fontWeight: tokens.fontWeightSemibold },
  known: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface WordProps {
  readonly programmeId: string;
  readonly word: WordView;
}

/** Does it, says so, and reads the list anew either way. */
export function useFollowUp(programmeId: string): (deed: () => Promise<unknown>, told: string) => Promise<void> {
  const queries = useQueryClient();
  return async (deed, told) => {
    try {
      await deed();
      tell(told);
    } finally {
      await queries.invalidateQueries({ queryKey: ['follow-ups', programmeId] });
    }
  };
}

export function WordLine({ programmeId, word }: WordProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const follow = useFollowUp(programmeId);
  const step = (one: FollowUpStep): Promise<void> =>
    follow(() => followUp(programmeId, word.id, one), t(one.to === 'later' ? 'line.later.told' : 'line.saved'));
  const take = useOnce(() => step({ to: 'taken' }));
  return (
    <li className={styles.line}>
      <div>
        {word.people.map((one) => (
          <Person key={one.id} name={one.name} job={one.jobTitle} />
        ))}
      </div>
      <Why word={word} />
      <div className={styles.actions}>
        {word.state === 'open' && (
          <Button onClick={() => void take.start()} disabledFocusable={take.busy}>
            {t('line.take')}
          </Button>
        )}
        <Message programmeId={programmeId} word={word} />
        <Later onPick={(on) => step({ to: 'later', on })} />
        <Done onPick={(outcome) => step({ to: 'done', outcome })} />
      </div>
      {take.problem && <FormProblem problem={take.problem} />}
    </li>
  );
}

function Why({ word }: { readonly word: WordView }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const write = useMoment();
  const { known, takenBy, wroteAt, since } = word;
  const lines = [
    t('line.since', { day: write(since, 'day') }),
    ...(takenBy ? [t('line.taken', { name: takenBy.name })] : []),
    ...(wroteAt === undefined ? [] : [t('line.wrote', { day: write(wroteAt, 'day') })]),
    ...(known
      ? [
          t('known.together', { weeks: known.weeksTogether }),
          known.weeksSinceMeeting === undefined ? t('known.never') : t('known.met', { weeks: known.weeksSinceMeeting }),
          t(known.hasDate ? 'known.date' : 'known.noDate'),
          ...(known.hintAt === undefined ? [] : [t('known.hint', { day: write(known.hintAt, 'day') })]),
        ]
      : []),
  ];
  return (
    <div>
      <div className={styles.why}>{t(`why.${word.why}`)}</div>
      <div className={styles.known}>{lines.join(' · ')}</div>
    </div>
  );
}

function Later({ onPick }: { readonly onPick: (on: string) => Promise<void> }): ReactNode {
  const t = useSay(say);
  const [on, setOn] = useState('');
  return (
    <Confirm
      title={t('later.title')}
      text={t('later.text')}
      confirm={t('later.confirm')}
      trigger={<Button appearance="subtle">{t('line.later')}</Button>}
      onConfirm={() => onPick(on)}
    >
      <DateField name="on" label={t('later.on')} required value={on} onChange={setOn} />
    </Confirm>
  );
}

function Done({ onPick }: { readonly onPick: (outcome: Outcome) => Promise<void> }): ReactNode {
  const t = useSay(say);
  const [chosen, setChosen] = useState<Outcome>('talked');
  return (
    <Confirm
      title={t('done.title')}
      text={t('done.text')}
      confirm={t('done.confirm')}
      trigger={<Button appearance="subtle">{t('line.done')}</Button>}
      onConfirm={() => onPick(chosen)}
    >
      <ChoiceField
        name="outcome"
        label={t('done.what')}
        choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={chosen}
        onChange={(value) => setChosen(value ?? 'talked')}
      />
    </Confirm>
  );
}
