/** One section of the report: what it says, and the words of the coordinators, with whether they are saved. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { findReport, writeWords } from '../client.ts';
import { longestWords, type ReportPage, type SectionView } from '../model.ts';
import { say } from '../words.ts';
import { Blocks } from './blocks.tsx';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  state: { color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  words: {
    marginTop: tokens.spacingVerticalL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
});

interface SectionProps {
  readonly page: ReportPage;
  readonly one: SectionView;
}

export function ReportSection({ page, one }: SectionProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={one.title}>
      <div lang={page.language}>
        {one.blocks.length === 0 ? <p className={styles.quiet}>{t('nothing')}</p> : <Blocks blocks={one.blocks} />}
      </div>
      <OwnWords page={page} one={one} />
    </Section>
  );
}

interface Typed {
  readonly text: string;
  /** The version that was read when the first letter was typed. */
  readonly base: number;
}

function OwnWords({ page, one }: SectionProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { id } = page.programme;
  const queryKey = ['report', id, page.language];
  const { value, set, clear } = useDraft<Typed>(`report-${id}-${one.id}-${page.language}`, {
    text: one.text,
    base: one.version,
  });
  const isTyped = value.text !== one.text;
  const isBehind = isTyped && value.base !== one.version;
  const save = useOnce(async () => {
    const words = { language: page.language, text: value.text, version: isBehind ? one.version : value.base };
    try {
      queries.setQueryData(queryKey, await writeWords(id, one.id, words));
      clear();
    } catch (error) {
      // What the other one wrote comes to stand beside.
      if (error instanceof Problem && error.status === 409)
        queries.setQueryData(queryKey, await findReport(id, page.language));
      throw error;
    }
  });
  return (
    <div className={styles.words}>
      {one.isOlder && <Notice intent="warning">{t('words.older')}</Notice>}
      {one.borrowed !== undefined && <p className={styles.quiet}>{t('words.borrowed', { text: one.borrowed })}</p>}
      <LongTextField
        name={`words.${one.id}`}
        label={t('words', { title: one.title })}
        hint={t('words.hint')}
        most={longestWords}
        value={value.text}
        onChange={(text) => set({ text, base: isTyped ? value.base : one.version })}
      />
      {isBehind && (
        <Notice intent="warning" actions={<Button onClick={clear}>{t('words.theirs')}</Button>}>
          {t('words.other', { name: one.written?.by ?? '…', text: one.text })}
        </Notice>
      )}
      {save.problem && !isBehind && <FormProblem problem={save.problem} />}
      <div className={styles.foot}>
        <Button
          disabledFocusable={save.busy || !isTyped}
          onClick={() => void save.start()}
          aria-label={`${t(isBehind ? 'words.mine' : 'words.save')}: ${one.title}`}
        >
          {t(isBehind ? 'words.mine' : 'words.save')}
        </Button>
        <output className={styles.state}>
          <State one={one} isTyped={isTyped} isBusy={save.busy} />
        </output>
      </div>
    </div>
  );
}

interface StateProps {
  readonly one: SectionView;
  readonly isTyped: boolean;
  readonly isBusy: boolean;
}

function State({ one: { written }, isTyped, isBusy }: StateProps): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  if (isBusy) return t('words.saving');
  if (isTyped) return t('words.unsaved');
  return written ? t('words.saved', { moment: write(written.at), name: written.by }) : null;
}
