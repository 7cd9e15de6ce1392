/** A transcript is read here, in the browser; what is chosen of it is checked for names and kept as notes. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import type { Found } from '../../names/model.ts';
import { keepNotes } from '../client.ts';
import { longestNote, type TalkPage } from '../model.ts';
import { paragraphsOf } from '../notes/rules.ts';
import { say } from '../words.ts';
import { NamesFound } from './names-found.tsx';

interface Paragraph {
  readonly id: number;
  readonly text: string;
  readonly found: readonly Found[];
}

/** A talk of two hours has about so many letters. */
const longest = 400_000;
/** So many are sent at once. */
const some = 40;

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalL },
  file: { minHeight: '44px', maxWidth: '100%', fontFamily: 'inherit', fontSize: tokens.fontSizeBase300 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  label: { display: 'block', fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalS },
});

export function Transcript({ talk }: { readonly talk: TalkPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const queries = useQueryClient();
  const [paragraphs, setParagraphs] = useState<readonly Paragraph[]>([]);
  const [notNames, setNotNames] = useState<readonly string[]>([]);
  const [isTooLong, setTooLong] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    setTooLong(file !== undefined && file.size > longest);
    if (!file || file.size > longest) return;
    setParagraphs(paragraphsOf(await file.text()).map((text, at) => ({ id: at, text, found: [] })));
  };
  const change = (one: Paragraph, part: Partial<Paragraph>): void =>
    setParagraphs((all) => all.map((other) => (other.id === one.id ? { ...other, ...part } : other)));
  const { start, busy, problem } = useOnce(async () => {
    const sent = paragraphs.slice(0, some);
    const notes = sent.map(({ text }) => ({ text, mayQuote: false }));
    const outcome = await keepNotes(talk.id, { notes, notNames: [...notNames] });
    if (outcome.outcome === 'names') {
      const found = new Map(outcome.notes.map((one) => [sent[one.at]?.id, one.found]));
      return setParagraphs((all) => all.map((one) => ({ ...one, found: found.get(one.id) ?? [] })));
    }
    setParagraphs((all) => all.slice(some));
    await queries.invalidateQueries({ queryKey: ['talks', talk.id] });
    return tell(t('transcript.kept', { count: sent.length }));
  });
  return (
    <div className={styles.stack}>
      <div>
        <label htmlFor={id} className={styles.label}>
          {t('transcript.file')}
        </label>
        <input
          id={id}
          className={styles.file}
          type="file"
          accept=".vtt,.srt,.txt,text/vtt,text/plain"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
      {isTooLong && <Notice intent="error">{t('transcript.long')}</Notice>}
      {paragraphs.slice(0, some).map((one) => (
        <div key={one.id}>
          <LongTextField
            name={`paragraph-${one.id}`}
            label={t('transcript.part', { number: one.id + 1 })}
            required
            most={longestNote}
            value={one.text}
            onChange={(text) => change(one, { text, found: [] })}
          />
          <NamesFound
            found={one.found}
            text={one.text}
            onText={(text, found) => change(one, { text, found })}
            onNoName={(words) => {
              setNotNames((all) => [...all, words]);
              setParagraphs((all) =>
                all.map((other) => ({ ...other, found: other.found.filter((name) => name.words !== words) })),
              );
            }}
          />
          <Button
            appearance="subtle"
            aria-label={t('transcript.leave.which', { number: one.id + 1 })}
            onClick={() => setParagraphs((all) => all.filter(({ id: other }) => other !== one.id))}
          >
            {t('transcript.leave')}
          </Button>
        </div>
      ))}
      {problem && <FormProblem problem={problem} />}
      {paragraphs.length > 0 && (
        <div className={styles.foot}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
            {t('transcript.keep', { count: Math.min(some, paragraphs.length) })}
          </Button>
          <Button appearance="subtle" onClick={() => setParagraphs([])}>
            {t('transcript.drop')}
          </Button>
        </div>
      )}
    </div>
  );
}
