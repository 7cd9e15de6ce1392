/** One message of the rehearsal: when, where, what it counts for, whether it can be refused, and the card as its receiver sees it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useRef, useState, type ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Waiting } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import type { ShownAnswer, ShownMessage } from '../model.ts';
import { say } from '../words.ts';

const CardView = lazy(() => import('../../../../ui/card-view.tsx'));

const useStyles = makeStyles({
  message: {
    display: 'grid',
    gridTemplateColumns: 'minmax(200px, 280px) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalXL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: '58mm minmax(0, 1fr)', gap: '0 6mm', padding: '5mm 0' },
  },
  // What is longer than a page has to be cut somewhere: between cards, never in one.
  whole: { breakInside: 'avoid' },
  when: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  example: { margin: `2px 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  facts: { margin: 0, display: 'grid', rowGap: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200 },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  shown: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
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
  answer: { listStyleType: 'none', breakInside: 'avoid' },
  press: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  entry: {
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    breakInside: 'avoid',
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

export function Message({ one, language, zone, isPrinting }: MessageProps): ReactNode {
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
    <li className={styles.message}>
      <div className={styles.whole}>
        <h3 className={styles.when}>{t(`when.${one.after}`, { days, workingDays })}</h3>
        <p className={styles.example}>{t('example', { moment: moment(one.at) })}</p>
        <dl className={styles.facts}>
          {facts.map(([term, fact]) => (
            <div key={term}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.fact}>{fact}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.shown}>
        {one.entry && <Entry {...one.entry} language={language} />}
        <CardWithAnswers one={one} language={language} isPrinting={isPrinting} />
      </div>
    </li>
  );
}

function Entry(props: { readonly subject: string; readonly body: string; readonly language: Language }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <dl className={styles.entry} lang={props.language}>
      <dt className={styles.term}>{t('entry.subject')}</dt>
      <dd className={styles.fact}>
        <strong>{props.subject}</strong>
      </dd>
      <dt className={styles.term}>{t('entry.body')}</dt>
      <dd className={styles.fact}>{props.body}</dd>
    </dl>
  );
}

/** A press shows what it would bring, and does nothing. */
function CardWithAnswers({ one, language, isPrinting }: Omit<MessageProps, 'zone'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDetailsElement>(null);
  const press = ({ title }: { title: string }): void => {
    const brings = one.answers.some((answer) => answer.press === title);
    if (brings) setOpen(true);
    setSaid(t(brings ? 'press.below' : 'press.page'));
  };
  return (
    <>
      {one.card && (
        <div className={styles.whole}>
          <Drawn card={one.card} folded={one.folded} language={language} onPress={press} />
          <output className={styles.quiet} data-screen>
            {said}
          </output>
        </div>
      )}
      {one.answers.length > 0 && (
        <details ref={list} open={isOpen || isPrinting} onToggle={() => setOpen(list.current?.open === true)}>
          <summary className={styles.summary}>{t('answers', { count: one.answers.length })}</summary>
          {(isOpen || isPrinting) && (
            <ol className={styles.answers}>
              {one.answers.map((answer, place) => (
                <AnswerItem key={place} answer={answer} language={language} />
              ))}
            </ol>
          )}
        </details>
      )}
    </>
  );
}

function AnswerItem({ answer, language }: { readonly answer: ShownAnswer; readonly language: Language }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <li className={styles.answer}>
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
  const id = useId();
  return (
    <div lang={language} id={id}>
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
