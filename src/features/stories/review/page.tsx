import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { Form } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded, Waiting } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { loadPairs } from '../../pairs/client.ts';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { invite, listToReview } from '../client.ts';
import { Byline } from '../components/byline.tsx';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const Places = lazy(async () => ({ default: (await import('../components/places.tsx')).Places }));
const Review = lazy(async () => ({ default: (await import('../components/review.tsx')).Review }));

/** For coordinators: ask for stories, look at those that both agreed to, publish or send back, and know where they stand. */
export default function ReviewPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const stories = useQuery({ queryKey: ['stories-to-review', programmeId], queryFn: () => listToReview(programmeId) });
  return (
    <Page title={t('review.title')} lead={t('review.lead')}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={stories}>
        {(found) => {
          const waiting = found.filter(({ state }) => state === 'review');
          const published = found.filter(({ state }) => state === 'published');
          return (
            <Suspense fallback={<Waiting lines={6} />}>
              {waiting.length === 0 && <Empty title={t('review.none')} text={t('review.none.text')} />}
              {waiting.map((story) => (
                <Review key={`${story.id}-${story.version}`} story={story} />
              ))}
              <Published {...{ programmeId, published }} />
              <Places {...{ programmeId, published }} />
            </Suspense>
          );
        }}
      </Loaded>
      <Invite programmeId={programmeId} />
    </Page>
  );
}

/** Each leads to what can be made of it. */
function Published({
  programmeId,
  published,
}: {
  readonly programmeId: string;
  readonly published: readonly StoryView[];
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('review.shown')}>
      {published.length === 0 && <p>{t('review.shown.none')}</p>}
      <ul className={styles.list}>
        {published.map((story) => (
          <li key={story.id} className={styles.item}>
            <TextLink to={`/programmes/${programmeId}/stories/${story.id}`} className={styles.title}>
              {story.title}
            </TextLink>
            <span className={styles.quiet}>
              <Byline story={story} /> · {t('review.shown.open')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Invite({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const [pairId, setPairId] = useState<string>();
  const pairs = useQuery({ queryKey: ['pairs', programmeId], queryFn: () => loadPairs(programmeId) });
  const active = (pairs.data?.pairs ?? []).filter((one) => one.state === 'active' || one.state === 'ended');
  const send = async (): Promise<void> => {
    if (pairId === undefined) return;
    await invite(programmeId, pairId);
    setPairId(undefined);
    tell(t('invite.sent'), { intent: 'success' });
  };
  if (active.length === 0) return undefined;
  return (
    <Section title={t('invite.title')}>
      <Form submit={t('invite.send')} onSubmit={send}>
        <ChoiceField
          {...{ name: 'pairId', label: t('invite.choose'), required: true, value: pairId }}
          onChange={setPairId}
          choices={active.map((one) => ({
            value: one.id,
            label: t('and', { one: one.mentee.name, other: one.mentor.name }),
          }))}
        />
      </Form>
    </Section>
  );
}
