/** What the messages of a send are searched, filtered and put in order by; the server does it. */
import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { sendStates } from '../../../people/messages/sends/model.ts';
import { sorts, type LineQuery, type LinesPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  tool: { display: 'flex', flex: '1 1 200px', minHeight: '44px', maxWidth: '320px' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface ToolsProps {
  readonly page: LinesPage;
  readonly query: LineQuery;
  readonly setQuery: (query: LineQuery) => void;
}

export function Tools({ page, query, setQuery }: ToolsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [text, setText] = useState(query.search ?? '');
  const states = page.named === 'all' ? sendStates : (['not-reached'] as const);
  return (
    <form
      className={styles.tools}
      onSubmit={(event) => {
        event.preventDefault();
        setQuery({ ...query, search: text });
      }}
    >
      <Input
        type="search"
        className={styles.tool}
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onChange={(_, { value }) => setText(value)}
        onBlur={() => text !== (query.search ?? '') && setQuery({ ...query, search: text })}
      />
      <div className={styles.tool}>
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
      </div>
      <div className={styles.tool}>
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
      </div>
      <output className={styles.count}>{page.total === 0 ? t('found.none') : t('found', { count: page.total })}</output>
    </form>
  );
}
