/** Groups of the organisation's directory: searched by name, several at once. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChoicesField } from '../../../ui/choices.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import type { Group } from '../audience/model.ts';
import { searchGroups } from '../client.ts';
import { say } from '../planning/words.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

export interface GroupFieldProps {
  readonly value: readonly Group[];
  onChange(this: void, groups: readonly Group[]): void;
}

export function GroupField({ value, onChange }: GroupFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['surveys', 'groups', words],
    queryFn: () => searchGroups(words),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.fields}>
      <TextField name="group-search" label={t('group.search')} type="search" value={words} onChange={setWords} />
      <Loaded of={found}>
        {(groups) => {
          const all = [...value, ...groups.filter(({ id }) => !value.some((one) => one.id === id))];
          if (all.length === 0) return <p>{t('group.none')}</p>;
          return (
            <ChoicesField
              name="groups"
              label={t('filter.groups')}
              hint={t('group.hint')}
              required
              value={value.map(({ id }) => id)}
              onChange={(ids) => onChange(all.filter(({ id }) => ids.includes(id)))}
              choices={all.map(({ id, name }) => ({ value: id, label: name }))}
            />
          );
        }}
      </Loaded>
    </div>
  );
}
