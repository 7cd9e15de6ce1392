/** For coordinators: the evaluation report as it will leave the house, with their own words beside its figures. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../platform/words.ts';
import { Button, TextLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findReport, renewFigures } from './client.ts';
import { ReportSection } from './components/section.tsx';
import { TakeAlong } from './components/take-along.tsx';
import type { ReportPage } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export default function ReportPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const found = useQuery({
    queryKey: ['report', programmeId, language],
    queryFn: () => findReport(programmeId, language),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}`, label: t('back') }}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            <Figures page={page} onLanguage={setLanguage} />
            {page.sections.map((one) => (
              <ReportSection key={`${one.id} ${page.language}`} page={page} one={one} />
            ))}
            <TakeAlong page={page} />
            <p>
              <TextLink to={`/programmes/${programmeId}/evidence`}>{t('evidence')}</TextLink>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface FiguresProps {
  readonly page: ReportPage;
  onLanguage(this: void, language: Language): void;
}

function Figures({ page, onLanguage }: FiguresProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const queries = useQueryClient();
  const { id } = page.programme;
  const renewing = useOnce(async () => {
    const renewed = await renewFigures(id, page.language);
    await queries.invalidateQueries({ queryKey: ['report', id] });
    queries.setQueryData(['report', id, page.language], renewed);
    tell(t('figures.renewed'), { intent: 'success' });
  });
  return (
    <Section>
      <p className={styles.text}>{t('figures.at', { day: write(page.at, 'day') })}</p>
      <div className={styles.row}>
        <Select label={t('language')} value={page.language} onChange={(one) => onLanguage(one as Language)}>
          {languages.map((one) => (
            <option key={one} value={one}>
              {t(`language.${one}`)}
            </option>
          ))}
        </Select>
        <Button disabledFocusable={renewing.busy} onClick={() => void renewing.start()}>
          {t('figures.renew')}
        </Button>
      </div>
      {renewing.problem && <FormProblem problem={renewing.problem} />}
    </Section>
  );
}
