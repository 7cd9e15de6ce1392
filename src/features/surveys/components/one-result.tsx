/** What was released of one question, by its kind: a scale, how many chose each option, bands of numbers, or texts. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { regionOf } from '../../../platform/words.ts';
import { Bars, type Bar } from '../../../ui/bars.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Question } from '../questions/model.ts';
import { bandNames, isText } from '../questions/rules.ts';
import { recommendationOf } from '../results/rules.ts';
import { say } from '../words.ts';
import { Likert, type ResultProps } from './likert.tsx';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  texts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  text: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
});

export function OneResult(props: ResultProps): ReactNode {
  const styles = useStyles();
  const language = useLanguage();
  if (props.question.kind === 'agree') return <Likert {...props} />;
  return (
    <article className={styles.item}>
      <h3 className={styles.name}>{props.question.text[language]}</h3>
      <Told {...props} />
    </article>
  );
}

function Told({ question, result: { figure } }: ResultProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const label = question.text[useLanguage()];
  switch (figure.state) {
    case 'options':
      return <Options question={question} told={figure.options} />;
    case 'shown':
      return <Bands {...{ question, label, figure }} />;
    case 'nearly-all':
      return <p className={styles.small}>{t('results.alike')}</p>;
    case 'texts':
      return <Texts texts={figure.texts} />;
    case 'withheld':
      return (
        <p className={styles.small}>
          {t(isText(question) ? 'results.texts.few' : `results.withheld.${figure.reason}`)}
        </p>
      );
    default:
      return figure satisfies never;
  }
}

interface OptionsProps {
  readonly question: Question;
  readonly told: readonly {
    readonly id: string;
    readonly share?: number | undefined;
    readonly place?: number | undefined;
  }[];
}

/** The most chosen first, or the best place; options that are not told come last and say so. */
function Options({ question: { kind, options = [], text }, told }: OptionsProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const isRank = kind === 'rank';
  const bars = told.map(({ id, share, place }): Bar & { order: number } => {
    const label = options.find((one) => one.id === id)?.text[language] ?? id;
    if (place !== undefined) {
      const at = place.toLocaleString(regionOf(language), { minimumFractionDigits: 1 });
      const value = options.length + 1 - place;
      return { label, value, text: t('results.place', { place: at }), order: value };
    }
    if (share !== undefined) return { label, value: share, text: `${share} %`, order: share };
    return { label, value: 0, text: t('results.option.none'), order: -1 };
  });
  const ordered = bars.toSorted((a, b) => b.order - a.order);
  return <Bars label={text[language]} bars={ordered} full={isRank ? options.length : 100} />;
}

interface BandsProps {
  readonly question: Question;
  readonly label: string;
  readonly figure: Extract<ResultProps['result']['figure'], { state: 'shown' }>;
}

function Bands({ question, label, figure }: BandsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const names = bandNames(question);
  const bars = figure.shares.map((share, band) => ({ label: names[band] ?? '', value: share, text: `${share} %` }));
  const score = question.construct === 'recommendation' ? recommendationOf(figure) : undefined;
  return (
    <>
      {score !== undefined && <p className={styles.small}>{t('results.recommendation', { score })}</p>}
      <Bars label={label} bars={bars} full={100} />
    </>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.texts}>
      {texts.map((text, place) => (
        <li key={`${place} ${text}`} className={styles.text} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}
