/** Adds questions of any ready set to a plan. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import type { BankSet } from '../model.ts';
import { say } from '../planning/words.ts';
import type { Ask } from './new-survey.tsx';

const useStyles = makeStyles({
  all: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalL,
  },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
  },
  text: { flex: '1 1 240px', margin: 0 },
});

export interface AddFromBankProps {
  readonly sets: readonly BankSet[];
  readonly asks: readonly Ask[];
  onAdd(this: void, id: string): void;
}

export function AddFromBank({ sets, asks, onAdd }: AddFromBankProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [setId, setSetId] = useState<string>(sets[0]?.id ?? '');
  const items = sets.find(({ id }) => id === setId)?.items ?? [];
  return (
    <div className={styles.all}>
      <Select label={t('plan.bank.set')} value={setId} onChange={setSetId}>
        {sets.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </Select>
      <ul className={styles.list}>
        {items.map(({ id, text, theme }) => (
          <li key={id} className={styles.item}>
            <p className={styles.text}>
              {text} <small>{theme}</small>
            </p>
            {asks.includes(id) ? (
              <span>{t('plan.bank.there')}</span>
            ) : (
              <Button aria-label={t('plan.add.of', { text })} onClick={() => onAdd(id)}>
                {t('plan.add')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
