/** For administrators: how everything is doing that the product rests on; what needs somebody stands first. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../ui/button.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { useMoment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { findExamination } from './client.ts';
import { FindingList } from './components/finding-list.tsx';
import { Permissions } from './components/permissions.tsx';
import { parts, type Examination, type Finding } from './model.ts';
import { ofSeverity, sayFinding } from './saying/rules.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  links: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  summary: { cursor: 'pointer', minHeight: '44px', display: 'list-item', lineHeight: '44px' },
  part: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.55', overflowWrap: 'anywhere' },
  text: { margin: `${tokens.spacingVerticalS} 0 0`, overflowWrap: 'anywhere' },
});

export default function InstallationPage(): ReactNode {
  const t = useSay(say);
  // Asking it anew is what the button is for: each look asks every service.
  const examination = useQuery({ queryKey: ['installation'], queryFn: findExamination, refetchOnWindowFocus: false });
  const again = (
    <Button appearance="primary" disabledFocusable={examination.isFetching} onClick={() => void examination.refetch()}>
      {t('again')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/help', label: t('back') }} action={again}>
      <Loaded of={examination}>{(found) => <Found found={found} />}</Loaded>
    </Page>
  );
}

function Found({ found: { at, findings, permissions } }: { readonly found: Examination }): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const [problems, notes] = [ofSeverity(findings, 'problem'), ofSeverity(findings, 'note')];
  const needsRights = findings.some(({ severity, part }) => severity !== 'ok' && part === 'rights');
  const table = <Permissions permissions={permissions} />;
  return (
    <>
      <Notice
        intent={problems.length > 0 ? 'warning' : 'success'}
        title={problems.length > 0 ? t('problems', { count: problems.length }) : t('problems.none')}
      >
        {t('looked', { at: moment(at) })}
      </Notice>
      {problems.length > 0 && (
        <Section title={t('problems', { count: problems.length })}>
          <FindingList findings={problems} />
        </Section>
      )}
      {needsRights && table}
      {notes.length > 0 && (
        <Section title={t('notes')} lead={t('notes.lead')}>
          <FindingList findings={notes} />
        </Section>
      )}
      <Fine findings={ofSeverity(findings, 'ok')} />
      {!needsRights && table}
      <Further />
    </>
  );
}

/** By what it is about, folded in: to be read when somebody asks. */
function Fine({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  if (findings.length === 0) return null;
  return (
    <Section title={t('fine')}>
      <details>
        <summary className={styles.summary}>{t('fine.show', { count: findings.length })}</summary>
        {parts
          .map((part) => ({ part, mine: findings.filter((one) => one.part === part) }))
          .filter(({ mine }) => mine.length > 0)
          .map(({ part, mine }) => (
            <div key={part}>
              <h3 className={styles.part}>{t(`part.${part}`)}</h3>
              <ul className={styles.list}>
                {mine.map((one) => (
                  <li key={`${one.code} ${JSON.stringify(one.values)}`}>{sayFinding(language, one).found}</li>
                ))}
              </ul>
            </div>
          ))}
      </details>
    </Section>
  );
}

function Further(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.links}>
      <TextLink to="/installation/beginning" className={styles.link}>
        {t('beginning')}
      </TextLink>
      <TextLink to="/delivery" className={styles.link}>
        {t('delivery')}
      </TextLink>
      <p className={styles.text}>{t('commandline')}</p>
    </div>
  );
}
