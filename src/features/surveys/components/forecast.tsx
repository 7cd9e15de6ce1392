/** Before a survey is opened: which of its questions and parts can be told, which cannot, why, and what would help. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChoicesField } from '../../../ui/choices.tsx';
import type { Draft } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { foretell } from '../client.ts';
import {
  verdicts,
  type Forecast as Foretold,
  type PartLine,
  type QuestionsLine,
  type Verdict,
} from '../forecast/model.ts';
import { partIds, type SurveyPage } from '../model.ts';
import { nameIn } from '../questions/rules.ts';
import { say } from '../planning/words.ts';
import type { NewSurvey } from './new-survey.tsx';
import { ResponseField } from './sample-fields.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  wishes: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
  },
  answers: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  title: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  lines: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    listStyleType: 'none',
  },
  about: { margin: 0, overflowWrap: 'anywhere' },
  why: { margin: 0, maxWidth: '68ch', color: tokens.colorNeutralForeground2 },
  icon: { width: '20px', height: '20px' },
  will: { color: tokens.colorPaletteGreenForeground1 },
  may: { color: tokens.colorNeutralForeground2 },
  'will-not': { color: tokens.colorPaletteRedForeground1 },
  more: { marginTop: tokens.spacingVerticalS, '& > ul': { marginTop: tokens.spacingVerticalM } },
});

export interface ForecastProps {
  readonly survey: SurveyPage;
  readonly draft: Pick<Draft<NewSurvey>, 'value' | 'set'>;
}

export function Forecast({ survey, draft: { value, set } }: ForecastProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { partedBy } = value;
  // What if so many answered: a sample stays as large as it was planned.
  const [response, setResponse] = useState(value.response);
  const found = useQuery({
    queryKey: ['surveys', survey.id, 'forecast', response, partedBy],
    queryFn: () => foretell(survey.id, { response, partedBy: [...partedBy] }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('forecast.title')} lead={t('forecast.lead')}>
      <div className={styles.stack}>
        <div className={styles.wishes}>
          <ResponseField value={response} onChange={setResponse} />
          <ChoicesField
            name="partedBy"
            label={t('forecast.by')}
            hint={t('forecast.by.hint')}
            value={partedBy}
            onChange={(next) => set({ partedBy: next })}
            choices={partIds.map((one) => ({ value: one, label: t(`forecast.by.${one}`) }))}
          />
        </div>
        <Loaded of={found}>{(one) => <Told forecast={one} survey={survey} />}</Loaded>
      </div>
    </Section>
  );
}

function Told({ forecast, survey }: { readonly forecast: Foretold; readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { answers, asked, questions, parts, margin } = forecast;
  const cuts = (['department', 'site', 'both'] as const).map(
    (cut) => [cut, parts.filter((one) => cutOf(one) === cut)] as const,
  );
  return (
    <>
      <p className={styles.answers}>
        {t('forecast.answers', { asked, ...answers })} {margin !== undefined && t('forecast.margin', { margin })}
      </p>
      <div>
        <h3 className={styles.title}>{t('forecast.whole')}</h3>
        <ul className={styles.lines}>
          {inOrder(questions).map((line) => (
            <QuestionsTold key={line.questions.join()} line={line} survey={survey} />
          ))}
        </ul>
      </div>
      {cuts.map(([cut, lines]) => lines.length > 0 && <Cut key={cut} cut={cut} lines={lines} />)}
    </>
  );
}

type CutName = 'department' | 'site' | 'both';

function cutOf({ parts }: PartLine): CutName {
  if (parts.department === undefined) return 'site';
  return parts.site === undefined ? 'department' : 'both';
}

function inOrder<T extends { readonly verdict: Verdict }>(lines: readonly T[]): T[] {
  return lines.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
}

const icons = { will: CheckmarkCircleRegular, may: QuestionCircleRegular, 'will-not': DismissCircleRegular };

interface LineProps {
  readonly verdict: Verdict;
  readonly about: string;
  readonly why: readonly (string | false | undefined)[];
  readonly children?: ReactNode;
}

function Line({ verdict, about, why, children }: LineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const Icon = icons[verdict];
  const text = why.filter((one) => typeof one === 'string' && one !== '').join(' ');
  return (
    <li className={styles.line}>
      <Icon className={mergeClasses(styles.icon, styles[verdict])} aria-hidden />
      <div>
        <p className={styles.about}>
          {about} <strong>{t(`verdict.${verdict}`)}</strong>
        </p>
        {text !== '' && <p className={styles.why}>{text}</p>}
        {children}
      </div>
    </li>
  );
}

function QuestionsTold({ line, survey }: { readonly line: QuestionsLine; readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const { family, ofSome, verdict, why, help, questions } = line;
  const kind = family === 'text' ? 'text' : 'other';
  const about = t(`family.${family}`, { count: questions.length });
  const reasons = [
    ofSome && t('forecast.ofSome'),
    verdict === 'may' && t(`why.uncertain.${kind}`),
    verdict === 'will-not' && why === 'few-answers' && t(`why.few-answers.${kind}`),
    family === 'choice' && verdict !== 'will-not' && t('forecast.options'),
    help && t(`help.${help}`),
  ];
  return (
    <Line verdict={verdict} about={about} why={reasons}>
      <details className={styles.more}>
        <summary>{t('forecast.which', { count: questions.length })}</summary>
        <ul>
          {questions.map((id) => {
            const one = survey.items.find((item) => item.id === id);
            return one && <li key={id}>{nameIn(one, language)}</li>;
          })}
        </ul>
      </details>
    </Line>
  );
}

/** Of departments at sites only those that may be told are listed: the others are many, and for one reason. */
function Cut({ cut, lines }: { readonly cut: CutName; readonly lines: readonly PartLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const count = (verdict: Verdict): number => lines.filter((one) => one.verdict === verdict).length;
  const counts = { will: count('will'), may: count('may'), not: count('will-not') };
  const listed = cut === 'both' ? lines.filter(({ verdict }) => verdict !== 'will-not') : lines;
  return (
    <div>
      <h3 className={styles.title}>{t(`cut.${cut}`)}</h3>
      <p className={styles.about}>{t('cut.counts', counts)}</p>
      {cut === 'both' && counts.not > 0 && <p className={styles.why}>{t('cut.both.not')}</p>}
      {listed.length > 0 && (
        <details className={styles.more}>
          <summary>{t('cut.each')}</summary>
          <ul className={styles.lines}>
            {inOrder(listed).map((line) => (
              <PartTold key={JSON.stringify(line.parts)} line={line} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type Whys = Exclude<PartLine['why'], 'enough' | 'uncertain'>;

function whyOf(
  { verdict, why }: PartLine,
  t: (key: `why.part.${Whys}` | 'why.maybe.few-answers' | 'why.maybe.would-point') => string,
): string | undefined {
  if (why === 'enough' || why === 'uncertain') return undefined;
  const isOpen = verdict === 'may' && (why === 'few-answers' || why === 'would-point');
  return t(isOpen ? `why.maybe.${why}` : `why.part.${why}`);
}

function PartTold({ line }: { readonly line: PartLine }): ReactNode {
  const t = useSay(say);
  const { parts, asked, verdict, help, from } = line;
  const name = [parts.department, parts.site].filter((one) => one !== undefined).join(', ');
  const reasons = [
    whyOf(line, t),
    help && t(help === 'wider' && cutOf(line) === 'both' ? 'help.wider.both' : `help.${help}`),
    from !== undefined && t('help.from', { from }),
  ];
  return <Line verdict={verdict} about={t('cut.part', { name, asked })} why={reasons} />;
}
