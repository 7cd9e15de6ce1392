/** What people get, as a card and as a page, in each language; and what the coordinator will see of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, sayDay, type Language } from '../../../platform/words.ts';
import { ChoiceField } from '../../../ui/choices.tsx';
import { LanguageProvider, useLanguage, useSay } from '../../../ui/language.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { useLanguageToo } from '../../../ui/spoken.ts';
import type { SurveyPage } from '../model.ts';
import type { AskedSet } from '../questions/model.ts';
import { fitsCard, isText, questionIn } from '../questions/rules.ts';
import { say } from '../words.ts';
import { WhoReadsWhat } from './privacy.tsx';
import { QuestionFields, type Drafted } from './questions.tsx';
import { ownName } from './sayings.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL },
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
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  part: { margin: 0, fontSize: tokens.fontSizeBase400 },
  text: { margin: 0, maxWidth: '68ch' },
  questions: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  answers: { color: tokens.colorNeutralForeground2 },
  press: {
    alignSelf: 'flex-start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
  },
});

type Look = 'card' | 'page';

export interface PreviewProps {
  readonly survey: SurveyPage;
  readonly closesOn: string;
}

export function Preview({ survey, closesOn }: PreviewProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [look, setLook] = useState<Look>('card');
  return (
    <>
      <Section title={t('new.preview')} lead={t('new.preview.lead')}>
        <div className={styles.choices}>
          <ChoiceField
            name="language"
            label={t('new.preview.language')}
            required
            value={language}
            onChange={(chosen) => chosen && setLanguage(chosen)}
            choices={languages.map((one) => ({ value: one, label: ownName(one) }))}
          />
          <ChoiceField
            name="look"
            label={t('new.preview.look')}
            required
            value={look}
            onChange={(chosen) => chosen && setLook(chosen)}
            choices={(['card', 'page'] as const).map((one) => ({ value: one, label: t(`new.preview.${one}`) }))}
          />
        </div>
        <Asked key={`${language} ${look}`} {...{ survey, closesOn, language, look }} />
      </Section>
      <Section title={t('new.you')}>
        <p className={styles.text}>{t(survey.mode === 'anonymous' ? 'new.you.text' : 'new.you.confidential')}</p>
      </Section>
    </>
  );
}

interface AskedProps extends PreviewProps {
  readonly language: Language;
  readonly look: Look;
}

function Asked({ survey, closesOn, language, look }: AskedProps): ReactNode {
  const styles = useStyles();
  const isHere = useLanguageToo(language);
  if (!isHere) return <Waiting />;
  const { titles, intro, minutes, items, sections = [] } = survey;
  const asks: AskedSet = {
    ...{ title: titles[language], intro: intro[language], minutes },
    sections: sections.map((one) => ({ id: one.id, title: one.title[language] })),
    items: items.map((one) => questionIn(one, language)),
  };
  const day = sayDay(language, Date.parse(`${closesOn}T12:00:00Z`), 'UTC');
  return (
    <div className={styles.card} lang={language}>
      <h3 className={styles.title}>{asks.title}</h3>
      <p className={styles.text}>{asks.intro}</p>
      <p className={styles.text}>{say(language, 'card.until', { minutes, day })}</p>
      <h4 className={styles.part}>{say(language, 'privacy.title')}</h4>
      <WhoReadsWhat {...{ language, floor: survey.floor, mode: survey.mode }} hasTexts={items.some(isText)} />
      {look === 'page' ? (
        <Fields {...{ asks, language }} />
      ) : (
        <InCard {...{ asks, language, isWhole: fitsCard(items) }} />
      )}
    </div>
  );
}

/** The fields themselves, to be tried out: nothing is sent. */
function Fields({ asks, language }: { readonly asks: AskedSet; readonly language: Language }): ReactNode {
  const [value, setValue] = useState<Drafted>({});
  return (
    <LanguageProvider language={language}>
      <QuestionFields
        {...{ asks, language, value }}
        onChange={(id, said) => setValue((before) => ({ ...before, [id]: said }))}
      />
    </LanguageProvider>
  );
}

interface InCardProps {
  readonly asks: AskedSet;
  readonly language: Language;
  readonly isWhole: boolean;
}

/** What stands in the card: the questions where they fit it, else the way to the page. */
function InCard({ asks, language, isWhole }: InCardProps): ReactNode {
  const styles = useStyles();
  const skip = say(language, 'scale.skip');
  const agree = ([1, 2, 3, 4, 5] as const).map((point) => say(language, `scale.${point}`));
  const answersOf = ({ kind, options }: AskedSet['items'][number]): readonly string[] =>
    kind === 'agree' ? agree : (options?.map(({ text }) => text) ?? []);
  return (
    <>
      {isWhole && (
        <ol className={styles.questions}>
          {asks.items.map((one) => (
            <li key={one.id}>
              {one.text}
              <br />
              <small className={styles.answers}>{[...answersOf(one), skip].join(' · ')}</small>
            </li>
          ))}
        </ol>
      )}
      {isWhole && <span className={styles.press}>{say(language, 'card.send')}</span>}
      <span className={styles.press}>{say(language, 'card.page')}</span>
    </>
  );
}
