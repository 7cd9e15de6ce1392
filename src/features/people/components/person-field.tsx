/** Chooses people by name: a search field, the found as buttons, the chosen with a way to take them out again. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Person } from '../../../ui/person.tsx';
import { searchPeople } from '../client.ts';
import type { PersonCard } from '../model.ts';
import { say } from '../words.ts';

export interface PersonFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly most: number;
  readonly chosen: readonly PersonCard[];
  readonly onChange: (chosen: readonly PersonCard[]) => void;
  /** Where others than colleagues are looked for. */
  readonly search?: (words: string) => Promise<PersonCard[]>;
}

const useStyles = makeStyles({
  group: { minWidth: 0, margin: 0, padding: 0, border: 'none' },
  legend: { padding: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  hint: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0`,
    padding: 0,
  },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});

export function PersonField(props: PersonFieldProps): ReactNode {
  const { name, label, hint, most, chosen, onChange, search = searchPeople } = props;
  const t = useSay(say);
  const styles = useStyles();
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['people', name, words],
    queryFn: () => search(words),
    enabled: words.trim().length >= 2 && chosen.length < most,
  });
  const choices = (found.data ?? []).filter((one) => chosen.every(({ id }) => id !== one.id));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <ul className={styles.list}>
        {chosen.map((one) => (
          <li key={one.id} className={styles.item}>
            <Person name={one.name} {...(one.jobTitle === undefined ? {} : { job: one.jobTitle })} />
            <Button
              appearance="subtle"
              aria-label={t('search.remove', { name: one.name })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
            >
              {t('search.out')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen.length < most && (
        <TextField name={`${name}-search`} label={t('search.label')} type="search" value={words} onChange={setWords} />
      )}
      <output>
        {found.data &&
          words.trim().length >= 2 &&
          (choices.length === 0 ? t('search.none') : t('search.found', { count: choices.length }))}
      </output>
      <ul className={styles.list}>
        {words.trim().length >= 2 &&
          chosen.length < most &&
          choices.slice(0, 8).map((one) => (
            <li key={one.id} className={styles.item}>
              <Button
                appearance="outline"
                aria-label={t('search.choose', { name: one.name })}
                onClick={() => {
                  onChange([...chosen, one]);
                  setWords('');
                }}
              >
                <Person name={one.name} {...(one.jobTitle === undefined ? {} : { job: one.jobTitle })} />
              </Button>
            </li>
          ))}
      </ul>
    </fieldset>
  );
}
