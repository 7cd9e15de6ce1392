/** Taking the results along: for whom each file is, in which language, and what happens on a phone. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { paperFormats, type PaperFormat } from '../../../../platform/papers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { isOnPhone } from '../../../../ui/save-file.ts';
import { ownName } from '../../components/sayings.ts';
import { fetchReport } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
});

export function DownloadButton({ surveyId }: { readonly surveyId: string }): ReactNode {
  const t = useSay(say);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('menu.title')}</Button>
      {isOpen && <DownloadDialog surveyId={surveyId} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DownloadDialogProps {
  readonly surveyId: string;
  onClose(this: void): void;
}

function DownloadDialog({ surveyId, onClose }: DownloadDialogProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const [format, setFormat] = useState<PaperFormat>('pdf');
  const [language, setLanguage] = useState<Language>(reader);
  const { start, busy, problem } = useDownload(() => fetchReport(surveyId, { format, language }), onClose);
  return (
    <Dialog
      title={t('menu.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('menu.stop')}</Button>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
            {t('menu.do')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.text}>{t('menu.lead')}</p>
        <ChoiceField
          name="format"
          label={t('menu.format')}
          required
          value={format}
          onChange={(chosen) => setFormat(chosen ?? 'pdf')}
          choices={paperFormats.map((value) => ({ value, label: t(`menu.${value}`), hint: t(`menu.${value}.for`) }))}
        />
        <ChoiceField
          name="language"
          label={t('menu.language')}
          required
          value={language}
          onChange={(chosen) => setLanguage(chosen ?? reader)}
          choices={languages.map((value) => ({ value, label: ownName(value) }))}
        />
        {isOnPhone() && <Notice>{t('menu.phone')}</Notice>}
        {problem && <FormProblem problem={problem} />}
      </div>
    </Dialog>
  );
}
