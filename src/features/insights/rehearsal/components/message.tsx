/** One message of the rehearsal: when, where, what it counts for, whether it can be refused, and the card as its receiver sees it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Waiting } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import type { ShownAnswer, ShownMessage } from '../model.ts';
import { say } from '../words.ts';

const CardView = lazy(() => import('../../../../ui/card-view.tsx'));

const narrow = '@media (max-width: 760px)';
const stacked = { [narrow]: { gridColumn: 'auto', gridRow: 'auto' } } as const;

const useStyles = makeStyles({
  message: {
    display: 'grid',
    gridTemplateColumns: 'minmax(200px, 280px) minmax(0, 1fr)',
    gridTemplateRows: 'auto 1fr',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalXL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto' },
    '@media print': { display: 'block', padding: '5mm 0' },
  },
  // On paper the row of a grid would move to the next page with all its answers: only this much stays together.
  first: {
    display: 'contents',
    '@media print': { display: 'grid', gridTemplateColumns: '58mm minmax(0, 1fr)', columnGap: '6mm' },
  },
  told: { gridColumn: 1, gridRow: '1 / span 2', ...stacked },
  shown: { gridColumn: 2, minWidth: 0, ...stacked },
  more: { gridColumn: 2, minWidth: 0, ...stacked, '@media print': { marginLeft: '64mm' } },
  when: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  example: { margin: `2px 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  facts: {
    ...{ margin: 0, display: 'grid', rowGap: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200 },
    '@media print': { rowGap: '1mm', fontSize: '8.5pt', lineHeight: '1.3' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  inLine: { '@media print': { '& > *': { display: 'inline' }, '& > dt::after': { content: '": "' } } },
  folded: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  summary: {
    minHeight: '44px',
    display: 'flex',
    alignItems: 'center',
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  answers: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  answer: { listStyleType: 'none' },
  press: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  entry: {
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    overflowWrap: 'anywhere',
  },
});

export interface MessageProps {
  readonly one: ShownMessage;
  /** Of the cards. */
  readonly language: Language;
  readonly zone: string;
  readonly isPrinting: boolean;
}

/** A press shows what it would bring, and does nothing. */
export function Message({ one, language, zone, isPrinting }: MessageProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const press = ({ title }: { title: string }): void => {
    const brings = one.answers.some((answer) => answer.press === title);
    if (brings) setOpen(true);
    setSaid(t(brings ? 'press.below' : 'press.page'));
  };
  return (
    <li className={styles.message}>
      <div className={styles.first} data-kept>
        <Told one={one} zone={zone} />
        <div className={styles.shown}>
          {one.entry && <Entry {...one.entry} language={language} />}
          {one.card && <Drawn card={one.card} folded={one.folded} language={language} onPress={press} />}
          <output className={styles.quiet} data-screen>
            {said}
          </output>
        </div>
      </div>
      {one.answers.length > 0 && (
        <Answers all={one.answers} language={language} isOpen={isOpen || isPrinting} onToggle={setOpen} />
      )}
    </li>
  );
}

function Told({ one, zone }: Pick<MessageProps, 'one' | 'zone'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const moment = useMoment(zone);
  const facts = [
    [t('way'), t(`way.${one.way}`)],
    [t('hours'), t(one.inWorkingHours ? 'hours.work' : 'hours.now')],
    ...(one.way === 'chat' ? [[t('budget'), t(`budget.${one.budget}`)]] : []),
    [t('refusal'), t(`refusal.${one.refusal}`)],
    ...(one.preview === undefined ? [] : [[t('preview'), one.preview]]),
  ];
  const { days, workingDays } = one;
  return (
    <div className={styles.told}>
      <h3 className={styles.when}>{t(`when.${one.after}`, { days, workingDays })}</h3>
      <p className={styles.example}>{t('example', { moment: moment(one.at) })}</p>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <div key={term} className={styles.inLine}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Entry(props: { readonly subject: string; readonly body: string; readonly language: Language }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <dl className={styles.entry} data-kept lang={props.language}>
      <dt className={styles.term}>{t('entry.subject')}</dt>
      <dd className={styles.fact}>
        <strong>{props.subject}</strong>
      </dd>
      <dt className={styles.term}>{t('entry.body')}</dt>
      <dd className={styles.fact}>{props.body}</dd>
    </dl>
  );
}

interface AnswersProps {
  readonly all: readonly ShownAnswer[];
  readonly language: Language;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Drawn when they are looked at: a course has many. */
function Answers({ all, language, isOpen, onToggle }: AnswersProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <details className={styles.more} open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary className={styles.summary}>{t('answers', { count: all.length })}</summary>
      {isOpen && (
        <ol className={styles.answers}>
          {all.map((answer, place) => (
            <AnswerItem key={place} answer={answer} language={language} />
          ))}
        </ol>
      )}
    </details>
  );
}

function AnswerItem({ answer, language }: { readonly answer: ShownAnswer; readonly language: Language }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <li className={styles.answer} data-kept>
      <h4 className={styles.press}>{t(answer.late ? 'press.late' : 'press', { title: answer.press })}</h4>
      {answer.again && <p className={styles.quiet}>{t('press.again')}</p>}
      {answer.text !== undefined && <p lang={language}>{answer.text}</p>}
      {answer.card && <Drawn card={answer.card} folded={answer.folded} language={language} />}
    </li>
  );
}

interface DrawnProps {
  readonly card: object;
  readonly folded: readonly (readonly string[])[];
  readonly language: Language;
  readonly onPress?: (pressed: { title: string }) => void;
}

function Drawn({ card, folded, language, onPress }: DrawnProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div lang={language}>
      <Suspense fallback={<Waiting />}>
        <CardView card={card} label={t('card')} headingLevel={4} {...(onPress ? { onPress } : {})} />
      </Suspense>
      {folded.map((list) => (
        <p key={list.join()} className={styles.folded}>
          {t('folded', { list: list.join(' · ') })}
        </p>
      ))}
    </div>
  );
}
