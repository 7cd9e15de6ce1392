/** Takes the figures along as a file, in the format and language that are chosen. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { paperFormats, type PaperFormat } from '../../../../platform/papers/format.ts';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { ownName } from '../../../surveys/audience/rules.ts';
import { fetchPaper } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export function PaperButton({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const [format, setFormat] = useState<PaperFormat>('pdf');
  const [language, setLanguage] = useState<Language>(reader);
  const { start, busy, problem } = useDownload(() => fetchPaper(programmeId, { format, language }));
  return (
    <>
      <p className={styles.text}>{t('take-along.text')}</p>
      <div className={styles.row}>
        <Select label={t('format')} value={format} onChange={(one) => setFormat(one as PaperFormat)}>
          {paperFormats.map((one) => (
            <option key={one} value={one}>
              {t(`format.${one}`)}
            </option>
          ))}
        </Select>
        <Select label={t('in-language')} value={language} onChange={(one) => setLanguage(one as Language)}>
          {languages.map((one) => (
            <option key={one} value={one}>
              {ownName(one)}
            </option>
          ))}
        </Select>
        <Button disabledFocusable={busy} onClick={() => void start()}>
          {t('download')}
        </Button>
      </div>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
