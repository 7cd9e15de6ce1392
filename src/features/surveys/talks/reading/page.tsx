import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { FieldFrame } from '../../../../ui/frame.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { Select } from '../../../../ui/select.tsx';
import { ownName } from '../../components/sayings.ts';
import { findGuide } from '../client.ts';
import type { Guide } from '../guides/model.ts';
import type { Purpose } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalL,
    '@media print': { display: 'none' },
  },
  text: { margin: 0, maxWidth: '68ch', lineHeight: '1.6', fontSize: tokens.fontSizeBase400 },
  questions: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
  question: {
    marginBottom: tokens.spacingVerticalXL,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    breakInside: 'avoid',
    '& ul': { margin: `${tokens.spacingVerticalS} 0 0`, fontWeight: tokens.fontWeightRegular, lineHeight: '1.7' },
    // Room to write on paper.
    '@media print': { marginBottom: '28mm' },
  },
});

/** What one says and asks in a talk, in the language in which one talks; to be read from a screen or printed. */
export default function GuidePage({ purpose }: { readonly purpose: string }): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  const [language, setLanguage] = useState<Language>(reader);
  const guide = useQuery({ queryKey: ['talk-guide', purpose], queryFn: () => findGuide(purpose as Purpose) });
  const title = guide.data ? guide.data.title[language] : t('guides.title');
  return (
    <Page title={title} lead={t('guide.lead')} back={{ to: '/talks', label: t('talks.title') }} narrow>
      <Loaded of={guide}>{(found) => <GuideText guide={found} language={language} onLanguage={setLanguage} />}</Loaded>
    </Page>
  );
}

interface GuideProps {
  readonly guide: Guide;
  readonly language: Language;
  onLanguage(this: void, language: Language): void;
}

function GuideText({ guide: { opening, questions, closing }, language, onLanguage }: GuideProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  return (
    <>
      <div className={styles.tools}>
        <FieldFrame name="language" label={t('guide.language')} required>
          <Select value={language} onChange={(one) => onLanguage(languages.find((known) => known === one) ?? language)}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {ownName(one, reader)}
              </option>
            ))}
          </Select>
        </FieldFrame>
        <Button onClick={() => window.print()}>{t('guide.print')}</Button>
      </div>
      <Section title={t('guide.opening')}>
        <p className={styles.text} lang={language}>
          {opening[language]}
        </p>
      </Section>
      <Section title={t('guide.questions')} lead={t('guide.questions.lead')}>
        <ol className={styles.questions} lang={language}>
          {questions.map(({ id, text, probes }) => (
            <li key={id} className={styles.question}>
              {text[language]}
              <ul>
                {probes.map((probe) => (
                  <li key={probe.en}>{probe[language]}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('guide.closing')}>
        <p className={styles.text} lang={language}>
          {closing[language]}
        </p>
      </Section>
    </>
  );
}
