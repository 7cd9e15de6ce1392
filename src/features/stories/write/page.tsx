import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { TickField } from '../../../ui/choices.tsx';
import { LongTextField, TextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { closeDialog } from '../../../ui/host.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { loadPair } from '../../pairs/client.ts';
import { findOwn, write } from '../client.ts';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

export interface WriteProps {
  readonly programmeId: string;
  readonly pairId: string;
}

/** One of the two writes; nobody sees it before the other agrees. */
export default function WriteStoryPage({ programmeId, pairId }: WriteProps): ReactNode {
  const t = useSay(say);
  const pair = useQuery({ queryKey: ['pair', programmeId, pairId], queryFn: () => loadPair(programmeId, pairId) });
  const own = useQuery({ queryKey: ['own-story', pairId], queryFn: () => findOwn(programmeId, pairId) });
  const name = pair.data?.partner.name ?? '';
  return (
    <Page
      title={t('write.title')}
      lead={t('write.lead', { name })}
      back={{ to: `/programmes/${programmeId}/pairs/${pairId}`, label: t('back.pair') }}
      narrow
    >
      <Loaded of={own}>{({ story }) => <WriteForm {...{ programmeId, pairId, name, story }} />}</Loaded>
    </Page>
  );
}

function WriteForm({
  programmeId,
  pairId,
  name,
  story,
}: WriteProps & { readonly name: string; readonly story: StoryView | undefined }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const mine = story?.mine === 'author' ? story : undefined;
  const draft = useDraft(`story-${pairId}`, {
    title: mine?.title ?? '',
    text: mine?.text ?? '',
    named: mine?.named ?? true,
  });
  const asks = useRef(true);
  const send = async (): Promise<void> => {
    await write(programmeId, pairId, draft.value, asks.current);
    await queries.invalidateQueries();
    tell(t(asks.current ? 'write.asked' : 'write.saved', { name }), { intent: 'success' });
    if (asks.current) closeDialog('asked');
  };
  if (mine?.state === 'published')
    return (
      <Section>
        <p>{t('state.published', { name: mine.otherName ?? '', note: '' })}</p>
        <ButtonLink to={`/stories/${programmeId}/${mine.id}`}>{t('section.read')}</ButtonLink>
      </Section>
    );
  if (story?.mine === 'partner') return <Notice intent="info">{t('failure.partner-writes')}</Notice>;
  return (
    <>
      {mine && <Notice>{t(`state.${mine.state}`, { name: mine.otherName ?? '', note: mine.note ?? '' })}</Notice>}
      <Section>
        <Form
          draft={draft}
          submit={t('write.ask', { name })}
          onSubmit={() => send().finally(() => (asks.current = true))}
          actions={
            <Button type="submit" onClick={() => (asks.current = false)}>
              {t('write.save')}
            </Button>
          }
        >
          <TextField
            name="title"
            label={t('write.name')}
            required
            most={120}
            value={draft.value.title}
            onChange={(title) => draft.set({ title })}
          />
          <LongTextField
            name="text"
            label={t('write.text')}
            hint={t('write.hint')}
            required
            most={4000}
            value={draft.value.text}
            onChange={(text) => draft.set({ text })}
          />
          <TickField
            name="named"
            label={t('write.named')}
            value={draft.value.named}
            onChange={(named) => draft.set({ named })}
          />
        </Form>
        <Receipt of="story" />
      </Section>
    </>
  );
}
