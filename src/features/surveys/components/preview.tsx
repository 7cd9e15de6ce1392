/** What people get, in each language, and what the coordinator will see of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, sayDay, type Language } from '../../../platform/words.ts';
import { ChoiceField } from '../../../ui/choices.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { useLanguageToo } from '../../../ui/spoken.ts';
import { supportItems, supportMinutes } from '../questions/model.ts';
import { supportTexts } from '../questions/rules.ts';
import { say } from '../words.ts';
import { WhoReadsWhat } from './privacy.tsx';

const floor = 5;

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    lineHeight: '1.5',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  part: { margin: 0, fontSize: tokens.fontSizeBase400 },
  text: { margin: 0, maxWidth: '68ch' },
  questions: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
});

export function Preview({ closesOn }: { readonly closesOn: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [language, setLanguage] = useState<Language>(useLanguage());
  return (
    <>
      <Section title={t('new.preview')} lead={t('new.preview.lead')}>
        <ChoiceField
          name="language"
          label={t('new.preview.language')}
          required
          value={language}
          onChange={(chosen) => chosen && setLanguage(chosen)}
          choices={languages.map((one) => ({ value: one, label: ownName(one) }))}
        />
        <Asked language={language} closesOn={closesOn} />
      </Section>
      <Section title={t('new.you')}>
        <p className={styles.text}>{t('new.you.text')}</p>
      </Section>
    </>
  );
}

function Asked({ language, closesOn }: { readonly language: Language; readonly closesOn: string }): ReactNode {
  const styles = useStyles();
  const isHere = useLanguageToo(language);
  if (!isHere) return <Waiting />;
  const texts = supportTexts(language);
  const day = sayDay(language, Date.parse(`${closesOn}T12:00:00Z`), 'UTC');
  return (
    <div className={styles.card} lang={language}>
      <h3 className={styles.title}>{texts.title}</h3>
      <p className={styles.text}>{texts.intro}</p>
      <p className={styles.text}>{say(language, 'card.until', { minutes: supportMinutes, day })}</p>
      <h4 className={styles.part}>{say(language, 'privacy.title')}</h4>
      <WhoReadsWhat language={language} floor={floor} />
      <h4 className={styles.part}>{say(language, 'answer.questions')}</h4>
      <ol className={styles.questions}>
        {supportItems.map(({ id }) => (
          <li key={id}>{texts.items[id].text}</li>
        ))}
      </ol>
      <p className={styles.text}>
        {say(language, 'new.preview.scale')} {[...texts.scale, texts.preferNotToSay].join(' · ')}
      </p>
    </div>
  );
}

/** `Nederlands`, `français`: each language in itself. */
function ownName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
