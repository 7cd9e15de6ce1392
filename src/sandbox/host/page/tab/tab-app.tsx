/** The product's tab, under the app's own line. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { AppHeader } from '../app-header.tsx';
import { TabFrame, type FrameProps } from './tab-frame.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', height: '100%' },
  frame: { flex: '1 1 0', minHeight: 0 },
});

export function TabApp({ person, world }: Pick<FrameProps, 'person' | 'world'>): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.all}>
      <AppHeader here="tab" world={world} />
      <div className={styles.frame}>
        <TabFrame person={person} world={world} />
      </div>
    </div>
  );
}
