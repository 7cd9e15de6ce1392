import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { closeDialog } from '../../../ui/host.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { answer, findStory, withdraw } from '../client.ts';
import { Byline } from '../components/byline.tsx';
import type { AnswerDraft, StoryView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
});

/** From the moment that somebody else has read it. */
const withdrawable: readonly StoryView['state'][] = ['review', 'published'];

/** One story: to read, for the partner to agree to, for both to withdraw. */
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
      <Loaded of={story}>
        {(found) => (
          <>
            {found.mine !== 'reader' && found.state !== 'published' && (
              <Notice>{t(`state.${found.state}`, { name: found.otherName ?? '', note: found.note ?? '' })}</Notice>
            )}
            <Section>
              <Markdown text={found.text} />
            </Section>
            {found.mine === 'partner' && found.state === 'asked' && <Answer story={found} />}
            {(found.mine === 'author' || found.mine === 'partner') && withdrawable.includes(found.state) && (
              <Withdraw story={found} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Answer({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [asksChange, setAsksChange] = useState(false);
  const [note, setNote] = useState('');
  const chosen = useRef<AnswerDraft['said']>('agree');
  const send = useOnce(async () => {
    const said = chosen.current;
    await answer(story, { said, version: story.version, ...(said === 'change' ? { note } : {}) });
    await queries.invalidateQueries();
    tell(t('answered', { name: story.otherName ?? '' }), { intent: 'success' });
    closeDialog('answered');
  });
  const choose = (said: AnswerDraft['said']): void => {
    if (said === 'change' && !asksChange) return setAsksChange(true);
    chosen.current = said;
    void send.start();
  };
  return (
    <Section title={t('answer.title')} lead={t('answer.lead')}>
      {asksChange && (
        <LongTextField name="note" label={t('answer.note')} most={600} required value={note} onChange={setNote} />
      )}
      {send.problem && <FormProblem problem={send.problem} />}
      <div className={styles.row}>
        {(['agree', 'agree-nameless', 'change', 'no'] as const).map((one) => (
          <AnswerButton key={one} one={one} busy={send.busy} onChoose={choose} />
        ))}
      </div>
    </Section>
  );
}

const titles = {
  agree: 'answer.agree',
  'agree-nameless': 'answer.nameless',
  change: 'answer.change',
  no: 'answer.no',
} as const;

function AnswerButton(props: {
  readonly one: AnswerDraft['said'];
  readonly busy: boolean;
  readonly onChoose: (said: AnswerDraft['said']) => void;
}): ReactNode {
  const t = useSay(say);
  const { one, busy, onChoose } = props;
  return (
    <Button
      appearance={one === 'agree' ? 'primary' : 'secondary'}
      disabledFocusable={busy}
      onClick={() => onChoose(one)}
    >
      {t(titles[one])}
    </Button>
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
