/** One finding for its coordinators: what was said, what it rests on, who hears of it, and what was decided. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { sayDate } from '../saying/rules.ts';
import { borrowed, type FindingView } from '../model.ts';
import { say } from '../words.ts';
import { Decide } from './decide.tsx';
import { Follow } from './follow.tsx';

const useStyles = makeStyles({
  item: {
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  open: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  said: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`, fontSize: tokens.fontSizeBase400 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    maxWidth: '72ch',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr', '& dd': { marginBottom: tokens.spacingVerticalS } },
  },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

interface ItemProps {
  readonly programmeId: string;
  readonly one: FindingView;
}

export function FindingItem({ programmeId, one }: ItemProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const mayFollow = one.state === 'told' && one.decision?.choice === 'change';
  return (
    <li className={styles.item}>
      <span className={one.state === 'open' ? styles.open : styles.state}>{t(`state.${one.state}`)}</span>
      <h3 className={styles.said} dir="auto">
        {one.said}
      </h3>
      <Facts one={one} />
      <Borrowed one={one} />
      {isOpen && (one.state === 'told' ? <Follow {...{ programmeId, one }} onClose={close} /> : null)}
      {isOpen && one.state !== 'told' && <Decide {...{ programmeId, one }} onClose={close} />}
      {!isOpen && (one.state !== 'told' || mayFollow) && (
        <Button onClick={() => setOpen(true)} aria-label={`${t(verbOf(one))}: ${one.said}`}>
          {t(verbOf(one))}
        </Button>
      )}
    </li>
  );
}

function verbOf({ state }: FindingView): 'decide' | 'change-words' | 'follow' {
  if (state === 'open') return 'decide';
  return state === 'decided' ? 'change-words' : 'follow';
}

function Facts({ one }: { readonly one: FindingView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const { who, until, isDone } = one.doing;
  const doing = isDone ? t('done') : t('doing', { who, day: sayDate(language, until) });
  const facts: [string, string][] = [
    [t('basis'), one.basis],
    [t('to'), t(`to.${one.to}`)],
    ...(one.decision ? ([[t('choice'), t(`choice.${one.decision.choice}`)]] as [string, string][]) : []),
    ...(one.decision ? ([[t('why'), one.why]] as [string, string][]) : []),
    ...(one.decision?.choice === 'change'
      ? ([
          [t('what'), one.what],
          [t('who'), doing],
        ] as [string, string][])
      : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}

/** Before it is told, in which languages people would read it in the binding one. */
function Borrowed({ one }: { readonly one: FindingView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const listed = new Intl.ListFormat(useLanguage());
  const missing = borrowed(one);
  if (one.state !== 'decided' || missing.length === 0) return null;
  const names = listed.format(missing.map((language) => t(`language.${language}`)));
  return <p className={styles.text}>{t('borrowed', { languages: names, language: t(`language.${one.language}`) })}</p>;
}
