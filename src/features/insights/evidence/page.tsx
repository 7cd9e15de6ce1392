/** For coordinators: what the EMCC's award asks for, what of it there is, and what is missing. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../ui/button.tsx';
import { useDownload } from '../../../ui/download.ts';
import { FormProblem } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { fetchPack, findEvidence } from './client.ts';
import type { EvidencePage, Line } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: '24px 1fr',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '20px', marginTop: '2px' },
  there: { color: tokens.colorPaletteGreenForeground1 },
  missing: { color: tokens.colorNeutralForeground3 },
  text: { margin: 0, maxWidth: '72ch' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export default function EvidencePageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const found = useQuery({ queryKey: ['evidence', programmeId], queryFn: () => findEvidence(programmeId) });
  const { start, busy, problem } = useDownload(() => fetchPack(programmeId, language));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: `/programmes/${programmeId}/report`, label: t('back') }}
      action={
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
          {t('download')}
        </Button>
      }
    >
      <ProgrammeTabs programmeId={programmeId} />
      {problem && <FormProblem problem={problem} />}
      <Loaded of={found}>
        {({ standards }) => standards.map((one) => <StandardSection key={one.standard} one={one} />)}
      </Loaded>
    </Page>
  );
}

function StandardSection({ one }: { readonly one: EvidencePage['standards'][number] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const there = one.lines.filter(({ isThere }) => isThere).length;
  return (
    <Section
      title={`${t(`standard.${one.standard}`)}: ${t('paper.of', { there, all: one.lines.length })}`}
      lead={t(`asks.${one.standard}`)}
    >
      <ul className={styles.list}>
        {one.lines.map((line) => (
          <LineItem key={line.id} line={line} />
        ))}
      </ul>
    </Section>
  );
}

function LineItem({ line: { isThere, says, path } }: { readonly line: Line }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const Icon = isThere ? CheckmarkCircleRegular : CircleRegular;
  return (
    <li className={styles.item}>
      <Icon className={`${styles.icon} ${isThere ? styles.there : styles.missing}`} aria-hidden />
      <div>
        <span className={styles.hidden}>{t(isThere ? 'there' : 'missing')}</span>
        <p className={styles.text}>{says}</p>
        <TextLink to={path} className={styles.link}>
          {t(isThere ? 'see' : 'do')}
          <span className={styles.hidden}>: {says}</span>
        </TextLink>
      </div>
    </li>
  );
}
