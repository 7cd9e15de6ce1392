/** The parts of a preparation. One without anything is not shown, so that the page stays one page. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Moment, useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { MeetingAddress } from '../../model.ts';
import { Other, useBoth } from '../../notes/components/both.tsx';
import { ReadyList } from '../../notes/components/ready.tsx';
import { ownLines } from '../../notes/model.ts';
import { say as sayNotes } from '../../notes/words.ts';
import type { Preparation } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  lines: { margin: 0, '& dt': { color: tokens.colorNeutralForeground2 } },
  line: { margin: `0 0 ${tokens.spacingVerticalS}`, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  label: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
});

interface PartProps {
  readonly found: Preparation;
}

/** A day, where there is one. */
function Until({ date }: { readonly date: string | undefined }): ReactNode {
  const t = useSay(sayNotes);
  const write = useMoment('UTC');
  return date === undefined ? undefined : <> · {t('agreed.until', { date: write(Date.parse(date), 'day') })}</>;
}

export function Agreed({ found: { agreed, partner } }: PartProps): ReactNode {
  const t = useSay(say);
  const tn = useSay(sayNotes);
  const styles = useStyles();
  return (
    <Section title={t('agreed')}>
      {agreed.length === 0 ? (
        <p className={styles.quiet}>{t('agreed.none')}</p>
      ) : (
        <ul className={styles.list}>
          {agreed.map(({ id, text, who, until }) => (
            <li key={id}>
              {text}
              <span className={styles.quiet}>
                {' · '}
                {tn(`agreed.who.${who}`, { name: partner.name })}
                <Until date={until} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Goals({ found: { goals, partner } }: PartProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (goals.due.length === 0) return undefined;
  return (
    <Section title={t(goals.mine ? 'goals.mine' : 'goals.theirs', { name: partner.name })}>
      <ul className={styles.list}>
        {goals.due.map(({ id, goal, steps }) => (
          <li key={id}>
            <p className={styles.text}>{goal}</p>
            {steps.length > 0 && (
              <ul className={styles.list}>
                {steps.map((step) => (
                  <li key={step.id} className={styles.quiet}>
                    {step.text}
                    <Until date={step.until} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Points({ found: { points, partner } }: PartProps): ReactNode {
  const t = useSay(say);
  const tn = useSay(sayNotes);
  const styles = useStyles();
  const [isBoth, choice] = useBoth(points);
  return (
    <Section title={tn('points.title')}>
      {points.length === 0 ? (
        <p className={styles.quiet}>{t('points.none')}</p>
      ) : (
        <ul className={styles.list}>
          {points.map((one) => (
            <li key={one.id}>
              {one.text}
              <span className={styles.quiet}>
                {' · '}
                {tn(one.mine ? 'points.mine' : 'points.theirs', { name: partner.name })}
              </span>
              {isBoth && <Other of={one} />}
            </li>
          ))}
        </ul>
      )}
      {choice}
    </Section>
  );
}

interface QuestionsProps extends PartProps {
  readonly at: MeetingAddress;
  readonly queryKey: readonly string[];
}

export function Questions({ at, queryKey, found: { opener, questions } }: QuestionsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const openers = opener ? [opener] : [];
  const [isBoth, choice] = useBoth([...openers, ...questions]);
  if (openers.length + questions.length === 0) return undefined;
  return (
    <Section title={t('questions')} lead={t('questions.lead')}>
      {opener && (
        <>
          <h3 className={styles.label}>{t('opener')}</h3>
          <ReadyList {...{ at, queryKey, isBoth }} of={openers} />
        </>
      )}
      {questions.length > 0 && (
        <>
          <h3 className={styles.label}>{t('questions.three')}</h3>
          <ReadyList {...{ at, queryKey, isBoth }} of={questions} />
        </>
      )}
      {choice}
    </Section>
  );
}

/** What the reader wrote for themselves after the last talk. */
export function Last({ found: { last, zone } }: PartProps): ReactNode {
  const t = useSay(say);
  const tn = useSay(sayNotes);
  const styles = useStyles();
  if (!last) return undefined;
  const lines = ownLines.filter((line) => last.own[line] !== '');
  return (
    <Section title={t('last')} lead={t('last.lead')}>
      <p className={styles.quiet}>
        <Moment at={last.start} zone={zone} style="day" />
      </p>
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map((line) => (
            <div key={line}>
              <dt>{tn(`own.${line}`)}</dt>
              <dd className={styles.line}>{last.own[line]}</dd>
            </div>
          ))}
        </dl>
      )}
      {last.own.text !== '' && <p className={styles.text}>{last.own.text}</p>}
    </Section>
  );
}
