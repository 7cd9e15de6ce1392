/** What helps, and the languages one likes to speak: each with its reader, and own words for what no list holds. */
import type { ReactNode } from 'react';
import { LongTextField } from '../../../../ui/fields.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { languages } from '../../../../platform/words.ts';
import { audiencesOf, isPlanned, longestWords, needs, type Passport } from '../model.ts';
import { say } from '../words.ts';
import { EntryField, useEntryList } from './entry-field.tsx';

export interface NeedsFieldProps {
  readonly value: Passport;
  readonly set: (part: Partial<Passport>) => void;
}

export function NeedsField({ value, set }: NeedsFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useEntryList();
  return (
    <ul className={styles.list}>
      {needs.map((need) => (
        <EntryField
          key={need}
          label={t(`need.${need}`)}
          {...(isPlanned(need) ? { hint: t(`planned.${need}`) } : {})}
          value={value.needs.find((one) => one.need === need)?.for}
          audiences={audiencesOf(need)}
          mayBeUnsaid
          onChange={(reader) => {
            const others = value.needs.filter((one) => one.need !== need);
            set({ needs: reader === undefined ? others : [...others, { need, for: reader }] });
          }}
        />
      ))}
    </ul>
  );
}

const toPeople = ['partner', 'nobody'] as const;

export function OwnWordsField({ value: { words }, set }: NeedsFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useEntryList();
  return (
    <>
      <LongTextField
        name="words.text"
        label={t('words')}
        hint={t('words.hint')}
        most={longestWords}
        value={words.text}
        onChange={(text) => set({ words: { ...words, text } })}
      />
      <ul className={styles.list}>
        <EntryField
          label={t('words.for')}
          value={words.for}
          audiences={toPeople}
          onChange={(reader) => set({ words: { ...words, for: reader ?? 'nobody' } })}
        />
      </ul>
    </>
  );
}

export function LanguagesField({ value, set }: NeedsFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useEntryList();
  return (
    <ul className={styles.list}>
      {languages.map((language) => (
        <EntryField
          key={language}
          label={t(`speak.${language}`)}
          value={value.speak.find((one) => one.language === language)?.for}
          audiences={toPeople}
          mayBeUnsaid
          onChange={(reader) => {
            const others = value.speak.filter((one) => one.language !== language);
            set({ speak: reader === undefined ? others : [...others, { language, for: reader }] });
          }}
        />
      ))}
    </ul>
  );
}
