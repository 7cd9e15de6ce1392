/** The report as a file, in the language in which it is on the page. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { fetchReport } from '../client.ts';
import { reportFormats, type ReportPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

export function TakeAlong({ page }: { readonly page: ReportPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('take-along')} lead={t('take-along.text')}>
      <div className={styles.row}>
        {reportFormats.map((format) => (
          <OneFormat key={format} page={page} format={format} />
        ))}
      </div>
    </Section>
  );
}

interface FormatProps {
  readonly page: ReportPage;
  readonly format: (typeof reportFormats)[number];
}

function OneFormat({ page: { programme, language }, format }: FormatProps): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useDownload(() => fetchReport(programme.id, { format, language }));
  return (
    <div>
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t(`download.${format}`)}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </div>
  );
}
