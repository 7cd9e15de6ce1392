/** Many papers out of a spreadsheet. What is right is taken; each line that is not says why, and comes back to be mended. */
import { makeStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { columns, type LinesResult } from '../../forms/model.ts';
import { enterLines, fileOf } from '../../outside/client.ts';
import { say } from '../../outside/words.ts';

const useStyles = makeStyles({ file: { minHeight: '44px', maxWidth: '100%' } });

/** Spreadsheets in half of Europe write semicolons, and read them. */
const template = `\uFEFF${columns.join(';')}\r\n`;
const csv = (name: string, text: string): File => new File([text], name, { type: 'text/csv' });

export function PaperLines({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const [result, setResult] = useState<LinesResult>();
  const [file, setFile] = useState<File>();
  const save = useDownload(() => Promise.resolve(csv('forms.csv', template)));
  const send = useOnce(async () => {
    setResult(undefined);
    if (file) setResult(await enterLines(programmeId, await textOf(file)));
  });
  return (
    <Section title={t('lines.title')} lead={t('lines.lead')}>
      <p>
        <Button disabledFocusable={save.busy} onClick={() => void save.start()}>
          {t('lines.template')}
        </Button>
      </p>
      <p>
        <label htmlFor={id}>{t('lines.file')}</label>
        <br />
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv"
          className={styles.file}
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </p>
      <Button appearance="primary" disabledFocusable={send.busy || !file} onClick={() => void send.start()}>
        {t('lines.send')}
      </Button>
      {send.problem && <FormProblem problem={send.problem} />}
      {result && <Result result={result} />}
    </Section>
  );
}

function Result({ result }: { readonly result: LinesResult }): ReactNode {
  const t = useSay(say);
  const { applied, waiting, wrong, rest, slips } = result;
  const saveRest = useDownload(() => Promise.resolve(csv('forms-left.csv', rest ?? '')));
  const saveSlips = useDownload(() => Promise.resolve(slips ? fileOf(slips) : csv('none.csv', '')));
  return (
    <>
      <Notice
        intent={wrong.length === 0 ? 'success' : 'warning'}
        title={t('lines.taken', { applied, waiting })}
        actions={
          <>
            {slips && <Button onClick={() => void saveSlips.start()}>{t('lines.slips')}</Button>}
            {rest !== undefined && <Button onClick={() => void saveRest.start()}>{t('lines.rest')}</Button>}
          </>
        }
      >
        {t(wrong.length === 0 ? 'lines.all' : 'lines.left', { count: wrong.length })}
      </Notice>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ line, problem, about }) => (
            <li key={line}>
              {t('lines.line', { line })} {t(`wrong.${problem}`, { about })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Excel writes UTF-8 or, where it was never asked, the letters of Windows. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
