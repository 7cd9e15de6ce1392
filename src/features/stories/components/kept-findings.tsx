/** For coordinators: what in a story could tell who somebody is, and that the two know it. A suggestion goes into the proposal. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { listFindings } from '../client.ts';
import type { StoryView } from '../model.ts';
import type { Finding } from '../protecting/model.ts';
import { say } from '../words.ts';
import { FindingView } from './finding.tsx';

const useStyles = makeStyles({
  title: { margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
});

export interface KeptFindingsProps {
  readonly story: StoryView;
  onPropose(this: void, finding: Finding, words: string): void;
}

export function KeptFindings({ story, onPropose }: KeptFindingsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({
    queryKey: ['story-findings', story.id, story.version],
    queryFn: () => listFindings(story),
  });
  if (found.isError) return <Notice intent="warning">{t('protect.failed')}</Notice>;
  const findings = found.data ?? [];
  if (findings.length === 0) return found.data && <p>{t('protect.none')}</p>;
  return (
    <>
      <h3 className={styles.title}>{t('protect.title')}</h3>
      <p>{t('protect.review')}</p>
      <ul className={styles.list}>
        {findings.map((one) => (
          <FindingView
            key={`${one.part} ${one.from}`}
            {...{ finding: one, text: textOf(story, one.part), isKept: one.isKept }}
            onPropose={(words) => onPropose(one, words)}
          />
        ))}
      </ul>
    </>
  );
}

function textOf({ title, parts, voice }: StoryView, part: Finding['part']): string {
  return part === 'title' ? title : part === 'voice' ? (voice ?? '') : parts[part];
}
