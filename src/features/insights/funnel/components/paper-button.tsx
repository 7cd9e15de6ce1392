/** Takes the figures along as a file, in the format and language that are chosen. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { paperFormats, type PaperFormat } from '../../../../platform/papers/format.ts';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { saveFile } from '../../../../ui/save-file.ts';
import { Select } from '../../../../ui/select.tsx';
import { fetchPaper } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

const own = new Map(languages.map((one) => [one, new Intl.DisplayNames([one], { type: 'language' }).of(one) ?? one]));

export function PaperButton({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const [format, setFormat] = useState<PaperFormat>('pdf');
  const [language, setLanguage] = useState<Language>(reader);
  const { start, busy, problem } = useOnce(async () => {
    const file = await fetchPaper(programmeId, { format, language });
    const end = await saveFile(file);
    if (end === 'saved') tell(t('saved', { name: file.name }));
    if (end === 'not-possible') tell(t('saved.not'), { intent: 'warning' });
  });
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
              {own.get(one)}
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
