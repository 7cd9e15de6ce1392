/** A course that the organisation added, for whoever follows it: a text step by step, or a link and the press that says it is done. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguage, useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { InChat } from '../../components/in-chat.tsx';
import { pageOfCourse } from '../../model.ts';
import { say as courseSay } from '../../words.ts';
import { beginAnew, readOwnCourse } from '../client.ts';
import { keyOf, useFollowing } from '../components/following.ts';
import type { LinkView, ReadView } from '../model.ts';
import { say } from '../words.ts';

const Player = lazy(() => import('../components/player.tsx'));

const useStyles = makeStyles({
  about: { marginTop: 0, lineHeight: '1.6', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
});

export default function OwnCoursePage({ ownId }: { readonly ownId: string }): ReactNode {
  const t = useSay(courseSay);
  const found = useQuery({ queryKey: keyOf(ownId), queryFn: () => readOwnCourse(ownId) });
  const lead = found.data && t('lead', { minutes: found.data.minutes });
  return (
    <Page
      title={found.data?.title ?? t('page.title')}
      lead={lead}
      back={{ to: '/courses', label: t('courses.title') }}
      narrow
    >
      <Loaded of={found}>
        {(view) => (
          <>
            <Notices view={view} />
            {view.kind === 'text' ? (
              <Suspense fallback={<Waiting />}>
                <Player key={view.version} view={view} />
              </Suspense>
            ) : (
              <Link view={view} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** That it is done, that it is in another language, that there is a later version. */
function Notices({ view }: { readonly view: ReadView }): ReactNode {
  const [t, ofCourse] = [useSay(say), useSay(courseSay)];
  const language = useLanguage();
  const nameOf = useLanguageNames();
  const write = useMoment();
  const queries = useQueryClient();
  const anew = useOnce(async () => {
    queries.setQueryData(keyOf(view.id), await beginAnew(view.id));
  });
  const fresh = (
    <Button disabledFocusable={anew.busy} onClick={() => void anew.start()}>
      {t('read.anew')}
    </Button>
  );
  return (
    <>
      {view.doneAt !== undefined && (
        <Notice intent="success" title={ofCourse('done.title')}>
          {t('read.done', { day: write(view.doneAt, 'day') })}
        </Notice>
      )}
      {view.language !== language && <Notice>{t('read.language', { language: nameOf(view.language) })}</Notice>}
      {view.hasNewer && <Notice actions={fresh}>{t('read.newer')}</Notice>}
      {anew.problem && <FormProblem problem={anew.problem} />}
    </>
  );
}

function Link({ view }: { readonly view: LinkView }): ReactNode {
  const [t, ofCourse] = [useSay(say), useSay(courseSay)];
  const styles = useStyles();
  const follow = useFollowing(view);
  const nameOf = useLanguageNames();
  const done = useOnce(() => follow({ step: 0, isDone: true }));
  return (
    <Section>
      {view.about !== '' && (
        <p className={styles.about} lang={view.language}>
          {view.about}
        </p>
      )}
      <p>
        <TextLink to={view.address} inText>
          {t('read.open', { place: new URL(view.address).hostname })}
        </TextLink>
      </p>
      {view.captions.length > 0 && (
        <p className={styles.small}>{t('video.captions', { languages: view.captions.map(nameOf).join(', ') })}</p>
      )}
      {done.problem && <FormProblem problem={done.problem} />}
      <div className={styles.row}>
        {view.doneAt === undefined ? (
          <Button appearance="primary" disabledFocusable={done.busy} onClick={() => void done.start()}>
            {t('read.mark')}
          </Button>
        ) : (
          <ButtonLink to={view.next ? pageOfCourse(view.next.id) : '/courses'} appearance="primary">
            {ofCourse(view.next ? 'done.go' : 'courses.title')}
          </ButtonLink>
        )}
        {view.doneAt === undefined && <InChat courseId={view.id} />}
      </div>
    </Section>
  );
}
