/** The forms of a call in one language: to be read, copied, or taken along as a file. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { say } from '../words.ts';
import { fetchFile } from '../client.ts';
import { fileForms, forms, type FileForm, type Form, type KitPage, type KitText } from '../model.ts';

const useStyles = makeStyles({
  all: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalL,
  },
  one: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalS },
  summary: { minHeight: '44px', paddingBlock: tokens.spacingVerticalXS, cursor: 'pointer' },
  forWhat: { display: 'block', color: tokens.colorNeutralForeground2, fontWeight: 'normal' },
  text: {
    maxWidth: '64ch',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginBlock: tokens.spacingVerticalM },
});

export function Texts({ page }: { readonly page: KitPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [language, setLanguage] = useState<Language>(useLanguage());
  return (
    <Section title={t('kit.texts')} lead={t('kit.texts.lead')}>
      <ChoiceField
        name="kit-language"
        label={t('kit.language')}
        required
        value={language}
        onChange={(chosen) => setLanguage(chosen ?? 'nl')}
        choices={languages.map((value) => ({ value, label: t(`spoken.${value}`) }))}
      />
      <div className={styles.all}>
        {forms.map((form) => {
          const text = page.texts.find((one) => one.form === form && one.language === language);
          return text && <OneText key={form} programmeId={page.programme.id} text={text} />;
        })}
      </div>
    </Section>
  );
}

const isFile = (form: Form): form is FileForm => (fileForms as readonly string[]).includes(form);

function OneText({ programmeId, text }: { readonly programmeId: string; readonly text: KitText }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { form } = text;
  return (
    <details className={styles.one}>
      <summary className={styles.summary}>
        <strong>{t(`kit.form.${form}`)}</strong>
        <span className={styles.forWhat}>{t(`kit.form.${form}.for`)}</span>
      </summary>
      <div className={styles.buttons}>
        {form !== 'poster' && <CopyButton text={text} />}
        {isFile(form) && <FileButton {...{ programmeId, form, language: text.language }} />}
      </div>
      <div className={styles.text} lang={text.language}>
        <TextBody text={text} />
      </div>
    </details>
  );
}

export function TextBody({ text: { title, paragraphs, beside } }: { readonly text: KitText }): ReactNode {
  const t = useSay(say);
  return (
    <>
      <h3>{title}</h3>
      {paragraphs.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {beside !== undefined && (
        <p>
          <strong>{t('kit.beside')}</strong> {beside}
        </p>
      )}
    </>
  );
}

export function CopyButton({ text }: { readonly text: KitText }): ReactNode {
  const t = useSay(say);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText([text.title, ...text.paragraphs].join('\n\n'));
    tell(t('kit.copied'));
  };
  return (
    <Button onClick={() => void copy().catch(() => tell(t('kit.byHand'), { intent: 'warning' }))}>
      {t('kit.copy')}
    </Button>
  );
}

interface FileButtonProps {
  readonly programmeId: string;
  readonly form: FileForm;
  readonly language: Language;
}

function FileButton({ programmeId, form, language }: FileButtonProps): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useDownload(() => fetchFile(programmeId, { form, language }));
  return (
    <>
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t(`kit.file.${form}`)}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
