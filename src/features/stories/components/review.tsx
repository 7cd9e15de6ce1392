/** A story that both agreed to: published as it is, or sent back with a reason and, if one likes, with other words. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { LongTextField, TextField } from '../../../ui/fields.tsx';
import { Form, useDraft, type Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { listChannels, publish, sendBack } from '../client.ts';
import type { Parts, StoryView } from '../model.ts';
import { withInstead, type Finding } from '../protecting/model.ts';
import { say } from '../words.ts';
import { Byline } from './byline.tsx';
import { KeptFindings } from './kept-findings.tsx';
import { Standing } from './standing.tsx';
import { PartFields } from './part-fields.tsx';
import { StoryText } from './story-text.tsx';

export function Review({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const channels = useChannels();
  const [channel, setChannel] = useState('');
  const [isBack, setBack] = useState(false);
  const draft = useDraft<Back>(`story-back-${story.id}-${story.version}`, {
    ...{ note: '', proposes: false, title: story.title },
    ...story.parts,
  });
  const send = async (): Promise<void> => {
    await publish(story, channel === '' ? undefined : channel);
    await queries.invalidateQueries();
    tell(t('review.published'), { intent: 'success' });
  };
  return (
    <Section title={story.title} lead={<Byline story={story} />}>
      <StoryText story={story} level={3} />
      <Standing story={story} />
      <KeptFindings
        story={story}
        onPropose={(finding, words) => {
          draft.set(proposed(draft.value, finding, words, t('review.protect.note', { text: finding.text })));
          setBack(true);
          tell(t('review.protect.added'));
        }}
      />
      {isBack ? (
        <SendBack {...{ story, draft }} onStop={() => setBack(false)} />
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

interface Back extends Parts {
  readonly note: string;
  readonly title: string;
  /** With other words, too. */
  readonly proposes: boolean;
}

/** A suggestion as part of the proposal; what the coordinator has typed already stays. */
function proposed(before: Back, { part, text }: Finding, words: string, note: string): Partial<Back> {
  if (part === 'voice') return { note: before.note === '' ? note : `${before.note}\n${note}` };
  const from = before[part].indexOf(text);
  const next = from < 0 ? before[part] : withInstead(before[part], { from, to: from + text.length }, words);
  return { [part]: next, proposes: true, ...(before.note === '' ? { note } : {}) };
}

interface SendBackProps {
  readonly story: StoryView;
  readonly draft: Draft<Back>;
  onStop(this: void): void;
}

function SendBack({ story, draft, onStop }: SendBackProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { note, proposes, title, before, happened, changed, recommend } = draft.value;
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
          <Button onClick={() => draft.set({ proposes: !proposes })}>
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
