/** Writes the criteria before anybody looks at who applied: at least two, in the binding language, checked as a call is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { NumberField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { CallCheck } from '../../components/call-check.tsx';
import { say as sayInforming } from '../../informing/words.ts';
import { saveCriteria } from '../../rounds/client.ts';
import { criteriaLeast, type ChoosingPage, type Criterion } from '../model.ts';
import { say } from '../words.ts';

const most = 8;

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  summary: { minHeight: '44px', cursor: 'pointer', alignContent: 'center' },
  more: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

type Words = Criterion['words'];

interface Typed {
  readonly criteria: readonly Words[];
  readonly mentee: number | undefined;
  readonly mentor: number | undefined;
}

function typedFrom({ criteria, limits }: ChoosingPage): Typed {
  const kept = criteria.map(({ words }) => words);
  const empty = Array.from({ length: Math.max(0, criteriaLeast - kept.length) }, () => ({}));
  return { criteria: [...kept, ...empty], mentee: limits.mentee, mentor: limits.mentor };
}

export function CriteriaForm({ programmeId, page }: { programmeId: string; page: ChoosingPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const draft = useDraft<Typed>(
    `criteria-${programmeId}`,
    useMemo(() => typedFrom(page), [page]),
  );
  const { criteria, mentee, mentor } = draft.value;
  const change = (at: number, words: Words): void =>
    draft.set({ criteria: criteria.map((one, place) => (place === at ? words : one)) });
  const save = async (): Promise<void> => {
    const limits = { ...(mentee === undefined ? {} : { mentee }), ...(mentor === undefined ? {} : { mentor }) };
    await saveCriteria(programmeId, { criteria: criteria.map((words) => ({ words: filled(words) })), limits });
    tell(t('criteria.saved'), { intent: 'success' });
    draft.clear();
    await queries.invalidateQueries({ queryKey: ['choice', programmeId] });
  };
  return (
    <Form draft={draft} submit={t('criteria.save')} onSubmit={save}>
      <p>{t('criteria.hint')}</p>
      {criteria.map((words, at) => (
        <One
          key={at}
          at={at}
          words={words}
          binding={page.language}
          onChange={(next) => change(at, next)}
          {...(criteria.length > criteriaLeast
            ? { onRemove: () => draft.set({ criteria: criteria.filter((_, place) => place !== at) }) }
            : {})}
        />
      ))}
      {criteria.length < most && (
        <div>
          <Button onClick={() => draft.set({ criteria: [...criteria, {}] })}>{t('criteria.add')}</Button>
        </div>
      )}
      <CallCheck words={together(criteria)} />
      <div className={styles.row}>
        <NumberField
          {...{ name: 'limits.mentee', label: t('criteria.limit.mentee'), least: 1, value: mentee }}
          hint={t('criteria.limit.hint')}
          onChange={(next) => draft.set({ mentee: next })}
        />
        <NumberField
          {...{ name: 'limits.mentor', label: t('criteria.limit.mentor'), least: 1, value: mentor }}
          hint={t('criteria.limit.hint')}
          onChange={(next) => draft.set({ mentor: next })}
        />
      </div>
    </Form>
  );
}

interface OneProps {
  readonly at: number;
  readonly words: Words;
  readonly binding: Language;
  readonly onChange: (words: Words) => void;
  readonly onRemove?: () => void;
}

function One({ at, words, binding, onChange, onRemove }: OneProps): ReactNode {
  const t = useSay(say);
  const tLanguage = useSay(sayInforming);
  const styles = useStyles();
  const number = at + 1;
  const field = (language: Language): ReactNode => (
    <TextField
      key={language}
      name={`criteria.${at}.${language}`}
      label={t('criteria.one', { number, language: tLanguage(`language.${language}`) })}
      required={language === binding}
      most={200}
      value={words[language] ?? ''}
      onChange={(text) => onChange({ ...words, [language]: text })}
    />
  );
  return (
    <div className={styles.one}>
      {field(binding)}
      <details>
        <summary className={styles.summary}>{t('criteria.more')}</summary>
        <div className={styles.more}>{languages.filter((one) => one !== binding).map(field)}</div>
      </details>
      {onRemove && (
        <div>
          <Button appearance="subtle" onClick={onRemove}>
            {t('criteria.remove', { number })}
          </Button>
        </div>
      )}
    </div>
  );
}

const filled = (words: Words): Words => Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ''));

/** All of one language as one text, as the check reads a call. */
function together(criteria: readonly Words[]): Words {
  return Object.fromEntries(
    languages.map((language) => [language, criteria.flatMap((one) => one[language] || []).join('\n')]),
  );
}
