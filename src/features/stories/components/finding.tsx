/** One thing that was found: where it stands, why, before and after, and what one can do. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { withInstead, type Finding } from '../protecting/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  one: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  strong: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  why: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorNeutralForeground2 },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
  },
  instead: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalM },
});

export interface FindingViewProps {
  readonly finding: Finding;
  /** The part in which it stands. */
  readonly text: string;
  readonly isKept: boolean;
  /** Nothing for whoever only reads. */
  readonly isMine?: boolean;
  onKeep?(this: void): void;
  onTake?(this: void, words: string): void;
  /** For whoever may only suggest other words. */
  onPropose?(this: void, words: string): void;
}

export function FindingView({ finding, text, isKept, isMine, onKeep, onTake, onPropose }: FindingViewProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const { part, why, weight, instead } = finding;
  const choose = onPropose ?? (isKept ? undefined : onTake);
  return (
    <li className={mergeClasses(styles.one, weight === 'strong' && !isKept && styles.strong)} aria-labelledby={id}>
      <p className={styles.why} id={id}>
        {t(`protect.why.${why}`)}
      </p>
      <p className={styles.line}>
        {t('protect.in', { part: partName(t, part) })} <Around {...{ finding, text }} />
      </p>
      {isKept && <p className={styles.line}>{t(onKeep ? 'protect.kept' : 'protect.kept.by')}</p>}
      {choose && instead.map((words) => <Then key={words} {...{ finding, text, words }} />)}
      <div className={styles.row}>
        {choose &&
          instead.map((words) => (
            <Take
              key={words}
              {...{ words, isProposed: onPropose !== undefined, about: id }}
              onTake={() => choose(words)}
            />
          ))}
        {isMine === true && (
          <Button aria-describedby={id} onClick={() => jumpTo(finding)}>
            {t('protect.jump')}
          </Button>
        )}
        {onKeep && (
          <Button aria-describedby={id} aria-pressed={isKept} onClick={onKeep}>
            {t(isKept ? 'protect.unkeep' : 'protect.keep')}
          </Button>
        )}
      </div>
    </li>
  );
}

type Say = ReturnType<typeof useSay<Parameters<typeof say>[1]>>;

function partName(t: Say, part: Finding['part']): string {
  return part === 'title' ? t('write.name') : part === 'voice' ? t('voice.title') : t(`part.${part}`);
}

interface TakeProps {
  readonly words: string;
  readonly isProposed: boolean;
  /** The id of what it is about. */
  readonly about: string;
  onTake(this: void): void;
}

function Take({ words, isProposed, about, onTake }: TakeProps): ReactNode {
  const t = useSay(say);
  return (
    <Button aria-describedby={about} onClick={onTake}>
      {words === '' ? t('protect.leave') : t(isProposed ? 'protect.propose' : 'protect.take', { words })}
    </Button>
  );
}

const width = 36;

/** A few words before and after it. */
function Around({ finding: { from, to }, text }: Pick<FindingViewProps, 'finding' | 'text'>): ReactNode {
  const styles = useStyles();
  return (
    <q>
      {before(text, from)}
      <mark className={styles.mark}>{text.slice(from, to)}</mark>
      {after(text, to)}
    </q>
  );
}

/** The same words as they would be. */
function Then({
  finding,
  text,
  words,
}: Pick<FindingViewProps, 'finding' | 'text'> & { readonly words: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const next = withInstead(text, finding, words);
  const end = finding.to + next.length - text.length;
  return (
    <p className={styles.line}>
      {t('protect.then')}{' '}
      <q className={styles.instead}>{before(next, finding.from) + next.slice(finding.from, end) + after(next, end)}</q>
    </p>
  );
}

/** Whole words only, where it is cut. */
function before(text: string, from: number): string {
  if (from <= width) return text.slice(0, from);
  return `… ${text.slice(from - width, from).replace(/^\S*\s/, '')}`;
}
function after(text: string, to: number): string {
  if (to + width >= text.length) return text.slice(to);
  return `${text.slice(to, to + width).replace(/\s\S*$/, '')} …`;
}

/** Into the field, with the words chosen. */
function jumpTo({ part, from, to }: Finding): void {
  const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(
    `textarea[name="${part}"], input[name="${part}"]`,
  );
  field?.focus();
  field?.setSelectionRange(from, to);
  field?.scrollIntoView({ block: 'center' });
}
