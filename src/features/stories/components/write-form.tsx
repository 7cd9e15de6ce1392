/** The form in which one of the two tells, and the words that are suggested to them. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { closeDialog } from '../../../ui/host.ts';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { write } from '../client.ts';
import type { StoryView } from '../model.ts';
import { withInstead, writtenParts } from '../protecting/model.ts';
import { say } from '../words.ts';
import { ProposalView } from './proposal.tsx';
import { checkOf, draftOf, StoryFields, typedOf } from './story-fields.tsx';
import { TellsWho } from './tells-who.tsx';

export interface WriteFormProps {
  readonly programmeId: string;
  readonly pairId: string;
  /** Of the other one. */
  readonly name: string;
  readonly story: StoryView | undefined;
}

export function WriteForm({ programmeId, pairId, name, story }: WriteFormProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const queries = useQueryClient();
  const mine = story?.mine === 'author' ? story : undefined;
  const draft = useDraft(`story-${pairId}`, typedOf(mine, language));
  const asks = useRef(true);
  const send = async (): Promise<void> => {
    await write(programmeId, pairId, draftOf(draft.value), asks.current);
    await queries.invalidateQueries();
    tell(t(asks.current ? 'write.asked' : 'write.saved', { name }), { intent: 'success' });
    if (asks.current) closeDialog('asked');
  };
  if (mine?.state === 'published' || mine?.state === 'over')
    return (
      <Section>
        <p>{t(`state.${mine.state}`, { name: mine.otherName ?? '', note: '' })}</p>
        <ButtonLink to={`/stories/${programmeId}/${mine.id}`}>{t('section.read')}</ButtonLink>
      </Section>
    );
  if (story?.mine === 'partner' && story.state !== 'withdrawn')
    return <Notice intent="info">{t('failure.partner-writes')}</Notice>;
  return (
    <>
      {mine && (
        <Notice>{t(mine.asked ? 'state.asked.you' : `state.${mine.state}`, { name, note: mine.note ?? '' })}</Notice>
      )}
      {mine?.proposal && (
        <ProposalView
          {...{ mine, name, proposal: mine.proposal }}
          onTake={({ title, parts }) => draft.set({ title, ...parts })}
        />
      )}
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
          <StoryFields {...{ programmeId, pairId, typed: draft.value, onChange: draft.set }} />
        </Form>
        <Receipt of="story" />
      </Section>
      <TellsWho
        {...{ at: { programmeId, pairId }, draft: checkOf(draft.value), kept: draft.value.kept, mine: writtenParts }}
        onKeep={(kept) => draft.set({ kept })}
        onTake={({ part, from, to }, words) => {
          if (part !== 'voice') draft.set({ [part]: withInstead(draft.value[part], { from, to }, words) });
        }}
      />
    </>
  );
}
