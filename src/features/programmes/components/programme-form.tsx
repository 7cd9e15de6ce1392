/** What a coordinator fills in of a programme; the same form for a new one and for changes. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { DateField, LongTextField, TextField } from '../../../ui/fields.tsx';
import { Form, type Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { languages, type Language } from '../../../platform/words.ts';
import { PersonField } from '../../people/components/person-field.tsx';
import type { PersonCard } from '../../people/model.ts';
import { toldTexts, type ProgrammeDraft, type Translation } from '../model.ts';
import { say } from '../words.ts';
import { GoalsForm } from './goals-form.tsx';

export type FormValue = Omit<ProgrammeDraft, 'sponsorId' | 'surveyId'> & { readonly sponsor: PersonCard | null };

export interface ProgrammeFormProps {
  readonly draft: Draft<FormValue>;
  readonly submit: string;
  /** Nobody can be asked any more how things were before. */
  readonly isRunning?: boolean;
  onSubmit(this: void): Promise<unknown>;
}

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  translation: {
    marginBottom: tokens.spacingVerticalM,
    '& summary': { cursor: 'pointer', padding: `${tokens.spacingVerticalS} 0` },
  },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: `0 ${tokens.spacingHorizontalS}` },
});

export function ProgrammeForm({ draft, submit, isRunning = false, onSubmit }: ProgrammeFormProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { value, set } = draft;
  return (
    <Form draft={draft} submit={submit} onSubmit={onSubmit}>
      <Section title={t('what')}>
        <div className={styles.fields}>
          <TextField
            name="name"
            label={t('name')}
            required
            most={120}
            value={value.name}
            onChange={(name) => set({ name })}
          />
          {toldTexts.map((name) => (
            <LongTextField
              key={name}
              name={name}
              label={t(name)}
              hint={t(`${name}.hint`)}
              required
              most={2000}
              value={value[name]}
              onChange={(text) => set({ [name]: text })}
            />
          ))}
          <ChoiceField
            name="language"
            label={t('language')}
            hint={t('language.hint')}
            required
            value={value.language}
            onChange={(language) => language && set({ language })}
            choices={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
          />
        </div>
      </Section>
      <Translations {...value} onChange={(translations) => set({ translations })} />
      <Section title={t('when')} lead={t('when.lead')}>
        <div className={styles.fields}>
          <DateField
            name="startsOn"
            label={t('startsOn')}
            required
            value={value.startsOn}
            onChange={(startsOn) => set({ startsOn })}
          />
          <DateField
            name="endsOn"
            label={t('endsOn')}
            required
            value={value.endsOn}
            onChange={(endsOn) => set({ endsOn })}
          />
        </div>
      </Section>
      <GoalsForm
        goals={value.goals}
        language={value.language}
        isRunning={isRunning}
        onChange={(goals) => set({ goals })}
      />
      <Section title={t('people')}>
        <PersonField
          name="sponsorId"
          label={t('sponsor')}
          hint={t('sponsor.hint')}
          most={1}
          chosen={value.sponsor ? [value.sponsor] : []}
          onChange={([sponsor]) => set({ sponsor: sponsor ?? null })}
        />
      </Section>
    </Form>
  );
}

const untranslated: Translation = { forWhom: '', why: '', howChosen: '' };

interface TranslationsProps extends Pick<FormValue, (typeof toldTexts)[number] | 'language' | 'translations'> {
  onChange(this: void, translations: NonNullable<FormValue['translations']>): void;
}

/** The same three texts for whoever reads another language; the binding text stands beside each. */
function Translations({ translations = {}, onChange, ...value }: TranslationsProps): ReactNode {
  const t = useSay(say);
  return (
    <Section title={t('translations')} lead={t('translations.lead', { language: t(`language.${value.language}`) })}>
      {languages
        .filter((one) => one !== value.language)
        .map((one) => (
          <OneTranslation
            key={one}
            to={one}
            binding={value}
            written={translations[one] ?? untranslated}
            onChange={(written) => onChange({ ...translations, [one]: written })}
          />
        ))}
    </Section>
  );
}

/** Folded in, and not on the page until it is opened: most organisations speak one or two languages. */
function OneTranslation(props: {
  readonly to: Language;
  readonly binding: Translation;
  readonly written: Translation;
  onChange(this: void, written: Translation): void;
}): ReactNode {
  const { to, binding, written, onChange } = props;
  const t = useSay(say);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const language = t(`language.${to}`);
  const isThere = toldTexts.every((text) => written[text]);
  return (
    <details className={styles.translation} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.legend}>
        {t(isThere ? 'translations.there' : 'translations.open', { language })}
      </summary>
      {isOpen && (
        <div className={styles.fields}>
          {toldTexts.map((text) => (
            <LongTextField
              key={text}
              name={`translations.${to}.${text}`}
              label={t('translations.text', { text: t(text), language })}
              hint={binding[text]}
              most={2000}
              value={written[text]}
              onChange={(words) => onChange({ ...written, [text]: words })}
            />
          ))}
        </div>
      )}
    </details>
  );
}
