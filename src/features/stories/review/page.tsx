import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { loadPairs } from '../../pairs/client.ts';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { invite, listChannels, listToReview, publish, sendBack } from '../client.ts';
import { Byline } from '../components/byline.tsx';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

/** For coordinators: ask for stories, look at those that both agreed to, publish or send back. */
export default function ReviewPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const waiting = useQuery({ queryKey: ['stories-to-review', programmeId], queryFn: () => listToReview(programmeId) });
  return (
    <Page title={t('review.title')} lead={t('review.lead')}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={waiting}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t('review.none')} text={t('review.none.text')} />
          ) : (
            found.map((story) => <Review key={story.id} story={story} />)
          )
        }
      </Loaded>
      <Invite programmeId={programmeId} />
    </Page>
  );
}

function Review({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const channels = useQuery({ queryKey: ['channels'], queryFn: listChannels });
  const [channel, setChannel] = useState('');
  const [note, setNote] = useState('');
  const back = useOnce(async () => {
    await sendBack(story, note);
    await queries.invalidateQueries();
    tell(t('review.sentBack'));
  });
  const send = async (): Promise<void> => {
    await publish(story, channel === '' ? undefined : channel);
    await queries.invalidateQueries();
    tell(t('review.published'), { intent: 'success' });
  };
  const choices = (channels.data ?? []).map(({ channelId, name, teamName }) => ({
    value: channelId,
    label: `${teamName} · ${name}`,
  }));
  return (
    <Section title={story.title} lead={<Byline story={story} />}>
      <Markdown text={story.text} />
      <Form
        submit={t('review.publish')}
        onSubmit={send}
        actions={
          <Button disabledFocusable={back.busy || note.trim() === ''} onClick={() => void back.start()}>
            {t('review.back')}
          </Button>
        }
      >
        <ChoiceField
          {...{ name: 'channelId', label: t('review.channel'), value: channel }}
          onChange={(value) => setChannel(value ?? '')}
          choices={[{ value: '', label: t('review.channel.none') }, ...choices]}
        />
        <LongTextField name="note" label={t('answer.note')} most={600} value={note} onChange={setNote} />
        {back.problem && <FormProblem problem={back.problem} />}
      </Form>
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
