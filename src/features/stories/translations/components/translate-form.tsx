/** An empty form beside the original: each field under the words that it says again. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { longestPart, partNames, type PartName } from '../../model.ts';
import { say as sayStory } from '../../words.ts';
import { propose, type OfStory } from '../client.ts';
import type { TranslationDraft, TranslationsPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  original: {
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  label: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

type FieldName = 'title' | PartName | 'voice' | 'alternative';

interface Line {
  readonly name: FieldName;
  /** Where a problem of it is said. */
  readonly path: string;
  readonly label: string;
  readonly most: number;
  readonly original: string;
}

export interface TranslateFormProps {
  readonly at: OfStory;
  readonly original: TranslationsPage['original'];
  readonly into: readonly Language[];
  onDone(this: void): void;
}

const empty = { title: '', before: '', happened: '', changed: '', recommend: '', voice: '', alternative: '' };

export function TranslateForm({ at, original, into, onDone }: TranslateFormProps): ReactNode {
  const t = useSay(say);
  const names = useLanguageNames();
  const queries = useQueryClient();
  const draft = useDraft(`story-translation-${at.storyId}-${original.version}`, { ...empty, language: '' });
  const { language } = draft.value;
  const lines = useLines(original);
  const send = async (): Promise<void> => {
    await propose(at, draftOf(draft.value, original));
    await queries.invalidateQueries();
    tell(t('sent'), { intent: 'success' });
    onDone();
  };
  return (
    <Form draft={draft} submit={t('send')} onSubmit={send} actions={<Button onClick={onDone}>{t('add.stop')}</Button>}>
      <ChoiceField
        {...{ name: 'language', label: t('into'), required: true, value: language }}
        onChange={(next) => draft.set({ language: next ?? '' })}
        choices={into.map((value) => ({ value: value as string, label: names(value) }))}
      />
      {lines.map((line) => (
        <Beside
          key={line.name}
          {...{ line, language: original.language, value: draft.value[line.name] }}
          onChange={(text) => draft.set({ [line.name]: text })}
        />
      ))}
    </Form>
  );
}

/** Of what the original says; there is nothing to translate elsewhere. */
function useLines(original: TranslationsPage['original']): Line[] {
  const t = useSay(say);
  const story = useSay(sayStory);
  return [
    { name: 'title' as const, path: 'title', label: t('name'), most: 120, original: original.title },
    ...partNames.map((name) => ({
      ...{ name, path: `parts.${name}`, label: story(`part.${name}`), most: longestPart },
      original: original.parts[name],
    })),
    { name: 'voice' as const, path: 'voice', label: t('voice'), most: longestPart, original: original.voice ?? '' },
    {
      ...{ name: 'alternative' as const, path: 'alternative', label: t('alternative'), most: 300 },
      original: original.alternative ?? '',
    },
  ].filter((line) => line.original !== '');
}

function draftOf(
  {
    title,
    before,
    happened,
    changed,
    recommend,
    voice,
    alternative,
    language,
  }: typeof empty & { readonly language: string },
  original: TranslationsPage['original'],
): TranslationDraft {
  return {
    // The server says what is wrong with an empty one.
    ...{ title, language: language as Language, version: original.version },
    parts: { before, happened, changed, recommend },
    ...(original.voice === undefined ? {} : { voice }),
    ...(original.alternative === undefined ? {} : { alternative }),
  };
}

function Beside(props: {
  readonly line: Line;
  readonly language: Language;
  readonly value: string;
  onChange(this: void, text: string): void;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { line, language, value, onChange } = props;
  const field = { name: line.path, label: line.label, required: true, most: line.most, value, onChange };
  return (
    <div className={styles.pair}>
      <p className={styles.original}>
        <span className={styles.label}>{t('original')}</span>
        <span lang={language} dir="auto">
          {line.original}
        </span>
      </p>
      {line.most > 300 ? <LongTextField {...field} /> : <TextField {...field} />}
    </div>
  );
}
