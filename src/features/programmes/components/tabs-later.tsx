/** The parts of a programme above a page that is full already: their words come beside it, into a place that is kept for them. */
import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';

const ProgrammeTabs = lazy(async () => ({ default: (await import('./programme-tabs.tsx')).ProgrammeTabs }));

const useStyles = makeStyles({ place: { minHeight: '92px', '@media (max-width: 860px)': { minHeight: '228px' } } });

export function TabsLater({ programmeId }: { readonly programmeId: string }): ReactNode {
  const styles = useStyles();
  return (
    <Suspense fallback={<div className={styles.place} />}>
      <ProgrammeTabs programmeId={programmeId} />
    </Suspense>
  );
}
