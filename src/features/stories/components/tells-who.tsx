/** What of a text could tell who somebody is: each finding with its place, what could stand there, and the choice to keep it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { useSettled } from '../../../ui/settled.ts';
import { check, type StoryAddress } from '../client.ts';
import type { StoryView } from '../model.ts';
import { readParts, type CheckDraft, type Finding, type ReadPart, type Texts } from '../protecting/model.ts';
import { say } from '../words.ts';
import { FindingView } from './finding.tsx';
import { ToneHints } from './tone-hints.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
  },
  status: { display: 'block', marginBottom: tokens.spacingVerticalM },
  all: { marginTop: tokens.spacingVerticalM },
});

const restMs = 600;

export interface TellsWhoProps {
  readonly at: StoryAddress;
  readonly draft: CheckDraft;
  readonly kept: readonly string[];
  /** The parts that the reader may change; of the others they keep what stands, or ask for a change. */
  readonly mine: readonly ReadPart[];
  onKeep(this: void, keys: readonly string[]): void;
  onTake?(this: void, finding: Finding, words: string): void;
}

/** Asks a moment after the last letter. What is found stays on the page while the next answer is on its way. */
export function TellsWho({ at, draft, kept, mine, onKeep, onTake }: TellsWhoProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const status = useRef<HTMLOutputElement>(null);
  const typed = JSON.stringify(draft);
  const asked = useSettled(
    useMemo(() => JSON.parse(typed) as CheckDraft, [typed]),
    restMs,
  );
  const hasText = readParts.some((part) => (asked.texts[part] ?? '').trim() !== '');
  const found = useQuery({
    queryKey: ['story-check', at.pairId, asked],
    queryFn: () => check(at, asked),
    enabled: hasText,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!hasText) return undefined;
  const findings = (found.data?.findings ?? []).filter((one) => isThere(one, draft.texts));
  const open = findings.filter(({ key }) => !kept.includes(key));
  const strong = open.filter(({ weight }) => weight === 'strong');
  const keep = ({ key }: Finding): void =>
    onKeep(kept.includes(key) ? kept.filter((one) => one !== key) : [...kept, key]);
  // The finding goes, and its button with it: the focus goes on to how many are left.
  const take = (finding: Finding, words: string): void => {
    status.current?.focus();
    onTake?.(finding, words);
  };
  const keepAll = (): void => {
    status.current?.focus();
    onKeep([...kept, ...open.map(({ key }) => key)]);
  };
  return (
    <Section title={t('protect.title')} lead={t(isNameless(draft) ? 'protect.lead' : 'protect.lead.named')}>
      {found.isError && <Notice intent="warning">{t('protect.failed')}</Notice>}
      <output ref={status} tabIndex={-1} className={styles.status}>
        {found.data === undefined
          ? t('protect.reading')
          : t(findings.length === 0 ? 'protect.none' : 'protect.count', { all: findings.length, open: open.length })}
      </output>
      {strong.length > 0 && <Notice intent="warning">{t('protect.strong', { count: strong.length })}</Notice>}
      <ul className={styles.list}>
        {findings.map((one) => (
          <FindingView
            key={`${one.part} ${one.from} ${one.key}`}
            {...{ finding: one, text: draft.texts[one.part] ?? '', isKept: kept.includes(one.key) }}
            isMine={mine.includes(one.part)}
            onKeep={() => keep(one)}
            {...(onTake && mine.includes(one.part) ? { onTake: (words: string) => take(one, words) } : {})}
          />
        ))}
      </ul>
      {open.length > 1 && (
        <Button className={styles.all} onClick={keepAll}>
          {t('protect.keep.all', { count: open.length })}
        </Button>
      )}
      <ToneHints hints={found.data?.hints ?? []} />
    </Section>
  );
}

/** A story as it would stand there, with the other's own words as they are typed. */
export function wholeOf(
  { language, title, parts, voice: said, otherNamed }: StoryView,
  own: { readonly named: boolean; readonly voice?: string },
): CheckDraft {
  const voice = own.voice ?? said;
  const texts = { title, ...parts, ...(voice === undefined ? {} : { voice }) };
  return { language, named: own.named, texts, ...(otherNamed === undefined ? {} : { otherNamed }) };
}

const isNameless = ({ named, otherNamed = named }: CheckDraft): boolean => !named || !otherNamed;

/** What was typed since may have moved it: then the next answer says where it is. */
const isThere = ({ part, from, to, text }: Finding, texts: Texts): boolean =>
  (texts[part] ?? '').slice(from, to) === text;
