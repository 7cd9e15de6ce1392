/** The word of whoever is asked: yes on one's own terms, with own words if one likes; a change; or rather not. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../ui/form.tsx';
import { closeDialog } from '../../../ui/host.ts';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { answer } from '../client.ts';
import { longestPart, type AnswerDraft, type StoryView } from '../model.ts';
import { withInstead } from '../protecting/model.ts';
import { say } from '../words.ts';
import { TermsFields, termsOf } from './terms-fields.tsx';
import { TellsWho, wholeOf } from './tells-who.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
});

export function Answer({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft(`story-answer-${story.id}-${story.version}`, {
    ...{ reach: story.terms?.reach ?? 'organisation', named: story.terms?.named ?? false },
    ...{ until: story.terms?.until ?? '', voice: story.voice ?? '', kept: story.kept ?? [] },
  } as const);
  const send = async (said: AnswerDraft): Promise<void> => {
    await answer(story, said);
    await queries.invalidateQueries();
    tell(t('answered', { name: story.otherName ?? '' }), { intent: 'success' });
    closeDialog('answered');
  };
  const { version } = story;
  const { kept } = draft.value;
  const voice = story.mine === 'partner' ? { voice: draft.value.voice } : {};
  return (
    <>
      <TellsWho
        {...{ at: story, draft: wholeOf(story, draft.value), kept, mine: story.mine === 'partner' ? ownPart : [] }}
        onKeep={(keys) => draft.set({ kept: [...keys] })}
        onTake={({ from, to }, words) => draft.set({ voice: withInstead(draft.value.voice, { from, to }, words) })}
      />
      <Section title={t('answer.title')} lead={t('answer.lead')}>
        <Form
          draft={draft}
          submit={t('answer.agree')}
          onSubmit={() => send({ said: 'agree', version, ...voice, ...termsOf(draft.value), kept: [...kept] })}
        >
          {story.mine === 'partner' && (
            <LongTextField
              {...{ name: 'voice', label: t('voice.title'), most: longestPart, value: draft.value.voice }}
              hint={t('voice.hint', { name: story.otherName ?? '' })}
              onChange={(text) => draft.set({ voice: text })}
            />
          )}
          <TermsFields terms={termsOf(draft.value)} onChange={draft.set} />
        </Form>
        <Otherwise version={version} onSend={send} />
      </Section>
    </>
  );
}

const ownPart = ['voice'] as const;

function Otherwise(props: {
  readonly version: number;
  onSend(this: void, said: AnswerDraft): Promise<void>;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [asksChange, setAsksChange] = useState(false);
  const [note, setNote] = useState('');
  const chosen = useRef<'change' | 'no'>('no');
  const { version } = props;
  const send = useOnce(() =>
    props.onSend(chosen.current === 'change' ? { said: 'change', version, note } : { said: 'no', version }),
  );
  const choose = (said: 'change' | 'no'): void => {
    if (said === 'change' && !asksChange) return setAsksChange(true);
    chosen.current = said;
    void send.start();
  };
  return (
    <>
      {asksChange && (
        <LongTextField name="note" label={t('answer.note')} most={600} required value={note} onChange={setNote} />
      )}
      {send.problem && <FormProblem problem={send.problem} />}
      <div className={styles.row}>
        {(['change', 'no'] as const).map((said) => (
          <Button key={said} disabledFocusable={send.busy} onClick={() => choose(said)}>
            {t(`answer.${said}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
