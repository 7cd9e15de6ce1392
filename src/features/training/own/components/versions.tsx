/** What was published when, to be read again; and taking the course away. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { removeCourse, withdrawCourse } from '../client.ts';
import { languagesOf, type EditView } from '../model.ts';
import { say } from '../words.ts';

const VersionShown = lazy(() => import('./version-shown.tsx'));

const useStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalL}`, padding: 0 },
  item: { listStyleType: 'none', padding: `${tokens.spacingVerticalXS} 0` },
  small: { color: tokens.colorNeutralForeground2 },
});

export default function Versions({ view: { course } }: { readonly view: EditView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const [shown, setShown] = useState<number>();
  return (
    <Section title={t('versions.title')} lead={t('versions.lead')}>
      {course.versions.length === 0 && <p className={styles.small}>{t('versions.none')}</p>}
      <ul className={styles.list}>
        {course.versions.toReversed().map((one) => (
          <li key={one.id} className={styles.item}>
            <Button appearance="subtle" onClick={() => setShown(one.number)}>
              {t('versions.one', { version: one.number, moment: write(one.at) })}
            </Button>{' '}
            <span className={styles.small}>
              {languagesOf(one.titles)
                .map((language) => t(`language.${language}`))
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <Suspense fallback={null}>
          <VersionShown ownId={course.id} version={shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
      {course.state === 'published' && <Withdraw ownId={course.id} />}
      {course.versions.length === 0 && <Remove ownId={course.id} />}
    </Section>
  );
}

function Withdraw({ ownId }: { readonly ownId: string }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const withdraw = async (): Promise<void> => {
    await withdrawCourse(ownId);
    await queries.invalidateQueries({ queryKey: ['own-course', ownId] });
    await queries.invalidateQueries({ queryKey: ['own-courses'] });
    tell(t('withdraw.done'));
  };
  return (
    <Confirm
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      confirm={t('withdraw')}
      trigger={<Button>{t('withdraw')}</Button>}
      onConfirm={withdraw}
    />
  );
}

function Remove({ ownId }: { readonly ownId: string }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const remove = async (): Promise<void> => {
    await removeCourse(ownId);
    await queries.invalidateQueries({ queryKey: ['own-courses'] });
    tell(t('remove.done'));
    goTo('/courses/own');
  };
  return (
    <Confirm
      title={t('remove.title')}
      text={t('remove.text')}
      confirm={t('remove')}
      trigger={<Button>{t('remove')}</Button>}
      onConfirm={remove}
    />
  );
}
