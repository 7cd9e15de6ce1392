/** A story that both agreed to: published as it is, or sent back with a reason and, if one likes, with other words. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { LongTextField, TextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { listChannels, publish, sendBack } from '../client.ts';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';
import { Byline } from './byline.tsx';
import { Standing } from './standing.tsx';
import { PartFields } from './part-fields.tsx';
import { StoryText } from './story-text.tsx';

export function Review({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const channels = useChannels();
  const [channel, setChannel] = useState('');
  const [isBack, setBack] = useState(false);
  const send = async (): Promise<void> => {
    await publish(story, channel === '' ? undefined : channel);
    await queries.invalidateQueries();
    tell(t('review.published'), { intent: 'success' });
  };
  return (
    <Section title={story.title} lead={<Byline story={story} />}>
      <StoryText story={story} level={3} />
      <Standing story={story} />
      {isBack ? (
        <SendBack story={story} onStop={() => setBack(false)} />
      ) : (
        <Form
          submit={t('review.publish')}
          onSubmit={send}
          actions={<Button onClick={() => setBack(true)}>{t('review.back')}</Button>}
        >
          <ChoiceField
            {...{ name: 'channelId', label: t('review.channel'), value: channel }}
            onChange={(value) => setChannel(value ?? '')}
            choices={[{ value: '', label: t('review.channel.none') }, ...channels]}
          />
        </Form>
      )}
    </Section>
  );
}

export function useChannels(): { readonly value: string; readonly label: string }[] {
  const channels = useQuery({ queryKey: ['channels'], queryFn: listChannels });
  return (channels.data ?? []).map(({ channelId, name, teamName }) => ({
    value: channelId,
    label: `${teamName} · ${name}`,
  }));
}

function SendBack({ story, onStop }: { readonly story: StoryView; onStop(this: void): void }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [proposes, setProposes] = useState(false);
  const draft = useDraft(`story-back-${story.id}-${story.version}`, { note: '', title: story.title, ...story.parts });
  const { note, title, before, happened, changed, recommend } = draft.value;
  const send = async (): Promise<void> => {
    const proposal = { title, parts: { before, happened, changed, recommend } };
    await sendBack(story, { note, ...(proposes ? { proposal } : {}) });
    await queries.invalidateQueries();
    tell(t('review.sentBack'));
  };
  return (
    <Form
      draft={draft}
      submit={t('review.back')}
      onSubmit={send}
      actions={
        <>
          <Button onClick={() => setProposes(!proposes)}>
            {t(proposes ? 'review.propose.stop' : 'review.propose')}
          </Button>
          <Button onClick={onStop}>{t('review.back.stop')}</Button>
        </>
      }
    >
      <LongTextField
        {...{
          name: 'note',
          label: t('answer.note'),
          hint: t('review.note.hint'),
          most: 600,
          required: true,
          value: note,
        }}
        onChange={(text) => draft.set({ note: text })}
      />
      {proposes && (
        <>
          <p>{t('review.propose.lead')}</p>
          <TextField
            {...{ name: 'proposal.title', label: t('write.name'), most: 120, required: true, value: title }}
            onChange={(text) => draft.set({ title: text })}
          />
          <PartFields typed={draft.value} onChange={draft.set} />
        </>
      )}
    </Form>
  );
}
