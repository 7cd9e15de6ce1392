/** How many a selection reaches, who is left out and why, and how it is made up beside everybody. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { useHeadcount } from '../../../surveys/components/sayings.ts';
import { findReach } from '../client.ts';
import type { Audience, Reach } from '../model.ts';
import { say } from '../words.ts';
import { MadeUp } from './made-up.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  summary: { minHeight: '44px', alignContent: 'center', cursor: 'pointer' },
});

export interface ReachProps {
  readonly programmeId: string;
  readonly audience: Audience;
}

export function ReachOf({ programmeId, audience }: ReachProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const titleOf = useTitle();
  const found = useQuery({
    queryKey: ['reach', programmeId, audience],
    queryFn: () => findReach(programmeId, audience),
    placeholderData: keepPreviousData,
  });
  if (!found.data) return undefined;
  const { reached, composition, goneGroups, goneExceptions } = found.data;
  const isHeld = goneExceptions.length > 0;
  return (
    <div className={styles.all}>
      {(isHeld || goneGroups.length > 0) && <Gone {...{ goneGroups, goneExceptions }} />}
      {!isHeld && (
        <Notice title={titleOf(reached)}>
          {reached.kind === 'hidden' && <p>{t('reach.hidden.why')}</p>}
          <LeftOut reach={found.data} />
        </Notice>
      )}
      {composition.length > 0 && <MadeUp composition={composition} />}
    </div>
  );
}

function useTitle(): (reached: Reach['reached']) => string {
  const t = useSay(say);
  const countOf = useHeadcount();
  return (reached) => {
    if (reached.kind === 'nobody' || reached.kind === 'hidden') return t(`reach.${reached.kind}`);
    return t('reach.count', { count: countOf(reached) });
  };
}

function LeftOut({ reach: { leftOut, limit } }: { readonly reach: Reach }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const countOf = useHeadcount();
  return (
    <details>
      <summary className={styles.summary}>{t('reach.left')}</summary>
      <ul className={styles.list}>
        {leftOut.map(({ why, people }) => (
          <li key={why}>{t(`left.${why}`, { count: countOf(people), limit })}</li>
        ))}
        <li>{t('reach.doNotAsk')}</li>
        <li>{t('reach.away')}</li>
      </ul>
    </details>
  );
}

/** A group that was deleted, with what becomes of the call and what to do. */
export function Gone({ goneGroups, goneExceptions }: Pick<Reach, 'goneGroups' | 'goneExceptions'>): ReactNode {
  const t = useSay(say);
  return (
    <Notice intent="warning" title={t('gone.title')}>
      {goneExceptions.length > 0
        ? t('gone.exceptions', { names: goneExceptions.join(', ') })
        : t('gone.groups', { names: goneGroups.join(', ') })}
    </Notice>
  );
}
