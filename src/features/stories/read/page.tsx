import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useLanguageNames, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { findStory, withdraw } from '../client.ts';
import { Byline } from '../components/byline.tsx';
import { StoryText } from '../components/story-text.tsx';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

const Answer = lazy(async () => ({ default: (await import('../components/answer.tsx')).Answer }));
const OwnTerms = lazy(async () => ({ default: (await import('../components/own-terms.tsx')).OwnTerms }));

const Helps = lazy(async () => ({ default: (await import('../effect/components/helps.tsx')).Helps }));
const EffectSection = lazy(async () => ({ default: (await import('../effect/components/effect.tsx')).EffectSection }));
const TranslationsSection = lazy(async () => ({
  default: (await import('../translations/components/translations.tsx')).TranslationsSection,
}));

/** From the moment that somebody else has read it. */
const withdrawable: readonly StoryView['state'][] = ['asked', 'changes', 'review', 'published', 'over'];
const translatable: readonly StoryView['state'][] = ['review', 'published'];
const changeable: readonly StoryView['state'][] = ['review', 'published', 'over'];

/** One story: to read, for whoever is asked to agree to, for both to withdraw or to change how far it goes. */
export default function StoryPage({
  programmeId,
  storyId,
}: {
  readonly programmeId: string;
  readonly storyId: string;
}): ReactNode {
  const t = useSay(say);
  const story = useQuery({ queryKey: ['story', storyId], queryFn: () => findStory(programmeId, storyId) });
  return (
    <Page
      title={story.data?.title || t('list.title')}
      lead={story.data && <Byline story={story.data} />}
      back={{ to: '/stories', label: t('back.list') }}
      narrow
    >
      <Loaded of={story}>{(found) => <Story story={found} />}</Loaded>
    </Page>
  );
}

function Story({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const isMine = story.mine === 'author' || story.mine === 'partner';
  const state = story.asked ? 'state.asked.you' : (`state.${story.state}` as const);
  return (
    <>
      {isMine && story.state !== 'published' && (
        <Notice>{t(state, { name: story.otherName ?? '', note: story.note ?? '' })}</Notice>
      )}
      <Words story={story} />
      <Suspense>
        {!isMine && story.state === 'published' && <AfterReading story={story} />}
        {story.asked && <Answer key={story.version} story={story} />}
        {isMine && story.terms && changeable.includes(story.state) && <OwnTerms key={story.version} story={story} />}
      </Suspense>
      {isMine && translatable.includes(story.state) && (
        <Suspense>
          <TranslationsSection programmeId={story.programmeId} storyId={story.id} />
          {story.publishedAt !== undefined && <EffectSection programmeId={story.programmeId} storyId={story.id} />}
        </Suspense>
      )}
      {isMine && withdrawable.includes(story.state) && <Withdraw story={story} />}
    </>
  );
}

/** A translation says that it is one, and the original is one press away. */
function Words({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const names = useLanguageNames();
  const [showsOriginal, setShowsOriginal] = useState(false);
  const { original } = story;
  if (!original)
    return (
      <Section>
        <StoryText story={story} level={2} />
      </Section>
    );
  const { voice: _, picture: __, ...rest } = story;
  return (
    <Section>
      <p>
        {t('read.translated', { language: names(original.language) })}{' '}
        <Button onClick={() => setShowsOriginal(!showsOriginal)}>
          {t(showsOriginal ? 'read.translation' : 'read.original')}
        </Button>
      </p>
      <StoryText story={showsOriginal ? { ...rest, ...original } : story} level={2} />
    </Section>
  );
}

function AfterReading({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  return (
    <Section>
      {story.helps !== undefined && <Helps story={story} />}
      {story.takePart !== undefined && <ButtonLink to={`/go/${story.takePart}`}>{t('read.join')}</ButtonLink>}
    </Section>
  );
}

function Withdraw({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const end = useOnce(async () => {
    await withdraw(story);
    await queries.invalidateQueries();
    tell(t('withdrawn'));
  });
  return (
    <Section>
      {end.problem && <FormProblem problem={end.problem} />}
      <Button disabledFocusable={end.busy} onClick={() => void end.start()}>
        {t('withdraw')}
      </Button>
    </Section>
  );
}
