/** What the messages of a send are searched, filtered and put in order by; the server does it. */
import { Input } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { ListTools } from '../../../../ui/list.tsx';
import { Select } from '../../../../ui/select.tsx';
import { sendStates } from '../../../people/messages/sends/model.ts';
import { sorts, type LineQuery, type LinesPage } from '../model.ts';
import { say } from '../words.ts';

export interface ToolsProps {
  readonly page: LinesPage;
  readonly query: LineQuery;
  readonly setQuery: (query: LineQuery) => void;
}

export function Tools({ page, query, setQuery }: ToolsProps): ReactNode {
  const t = useSay(say);
  const [text, setText] = useState(query.search ?? '');
  const states = page.named === 'all' ? sendStates : (['not-reached'] as const);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setQuery({ ...query, search: text });
      }}
    >
      <ListTools found={page.total === 0 ? t('found.none') : t('found', { count: page.total })}>
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={(_, { value }) => setText(value)}
          onBlur={() => text !== (query.search ?? '') && setQuery({ ...query, search: text })}
        />
        <Select
          label={t('filter')}
          value={query.state ?? ''}
          onChange={(value) => {
            const { state: _, ...rest } = query;
            const state = states.find((one) => one === value);
            setQuery(state ? { ...rest, state } : rest);
          }}
        >
          <option value="">{t('filter.all')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('sort')}
          value={query.sort ?? 'newest'}
          onChange={(value) => setQuery({ ...query, sort: sorts.find((one) => one === value) ?? 'newest' })}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </Select>
      </ListTools>
    </form>
  );
}
