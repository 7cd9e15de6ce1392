/** The first page; above it an administrator of a new installation reads where to begin. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';
import HomePage from '../features/insights/page.tsx';
import { useRoles } from '../ui/roles.ts';

const Invitation = lazy(() => import('../features/installation/beginning/components/invitation.tsx'));

const useStyles = makeStyles({
  above: {
    maxWidth: '1040px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    ':empty': { display: 'none' },
  },
});

export default function FirstPage(): ReactNode {
  const styles = useStyles();
  const roles = useRoles();
  return (
    <>
      {roles.data?.includes('Administrator') === true && (
        <div className={styles.above}>
          <Suspense>
            <Invitation />
          </Suspense>
        </div>
      )}
      <HomePage />
    </>
  );
}
