/** Groups and networks of the directory: searched by name, several at once, with or without the groups in them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChoicesField, TickField } from '../../../../ui/choices.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { searchGroups } from '../../client.ts';
import { say } from '../words.ts';
import type { RuleFieldsProps } from './rule-fields.tsx';

export function GroupChoice({ name, value, set }: RuleFieldsProps): ReactNode {
  const t = useSay(say);
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['surveys', 'groups', words],
    queryFn: () => searchGroups(words),
    placeholderData: keepPreviousData,
  });
  const { groups: chosen, direct } = value;
  return (
    <>
      <TextField
        name={`${name}.search`}
        label={t('group.search')}
        type="search"
        required
        value={words}
        onChange={setWords}
      />
      <Loaded of={found}>
        {(groups) => {
          const all = [...chosen, ...groups.filter(({ id }) => !chosen.some((one) => one.id === id))];
          if (all.length === 0) return <p>{t('group.none')}</p>;
          return (
            <ChoicesField
              {...{ name: `${name}.groups`, label: t('any.of', { kind: t('kind.groups') }), hint: t('group.hint') }}
              required
              value={chosen.map(({ id }) => id)}
              onChange={(ids) => set({ groups: all.filter(({ id }) => ids.includes(id)) })}
              choices={all.map((one) => ({ value: one.id, label: one.name }))}
            />
          );
        }}
      </Loaded>
      <TickField
        {...{ name: `${name}.direct`, label: t('groups.direct'), value: direct }}
        onChange={(next) => set({ direct: next })}
      />
    </>
  );
}
