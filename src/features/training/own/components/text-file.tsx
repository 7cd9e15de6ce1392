/** A Markdown file in the place of the text: chosen, or dropped on it. It is looked at before it is read, and is saved by nobody but the writer. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { longestText } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  label: { display: 'block', marginBottom: tokens.spacingVerticalXS },
  input: { minHeight: '44px', maxWidth: '100%' },
});

/** Letters have one to four bytes. */
const mostBytes = longestText * 4;

export interface TextFile {
  readonly button: ReactNode;
  readonly problem: ReactNode;
  readonly drop: {
    onDragOver(this: void, event: DragEvent): void;
    onDrop(this: void, event: DragEvent): void;
  };
}

export function useTextFile(onText: (text: string) => void): TextFile {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const [problem, setProblem] = useState<'file.large' | 'file.not-text'>();
  const take = async (file: File | undefined): Promise<void> => {
    setProblem(undefined);
    if (!file) return;
    if (file.size > mostBytes) return setProblem('file.large');
    const text = textIn(await file.arrayBuffer());
    if (text === undefined) return setProblem('file.not-text');
    onText(text);
    tell(t('file.read', { name: file.name }));
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    // The same file may be chosen again after it was mended.
    void take(file).finally(() => (target.value = ''));
  };
  return {
    problem: problem && <Notice intent="error">{t(problem)}</Notice>,
    drop: {
      onDragOver: (event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      },
      onDrop: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      },
    },
    button: (
      <div>
        <label htmlFor={id} className={styles.label}>
          {t('file.label')}
        </label>
        <input
          id={id}
          type="file"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          className={styles.input}
          onChange={choose}
        />
      </div>
    ),
  };
}

/** Undefined for bytes that are no text, such as a document of Word. */
function textIn(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
