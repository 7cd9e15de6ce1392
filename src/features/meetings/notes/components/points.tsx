/** What the two want to talk about: questions that fit the phase, one press each, and what they write themselves. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { addPoint, takeBackPoint } from '../client.ts';
import { longestPoint } from '../model.ts';
import { say } from '../words.ts';
import { TakeBack, useLineStyles, type NotesProps } from './lines.tsx';

const useStyles = makeStyles({
  prompts: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalS,
  },
  prompt: { justifyContent: 'flex-start', textAlign: 'start', minWidth: 0, maxWidth: '100%' },
  label: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  block: { marginBottom: tokens.spacingVerticalXL },
});

export function PointsSection({ at, found, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const lines = useLineStyles();
  const { name } = found.partner;
  return (
    <Section title={t('points.title')}>
      {found.points.length === 0 ? (
        <p className={lines.quiet}>{t('points.none')}</p>
      ) : (
        <ul className={lines.list}>
          {found.points.map(({ id, text, mine }) => (
            <li key={id} className={lines.line}>
              <span className={lines.text}>
                {text}
                <span className={lines.who}>{t(mine ? 'points.mine' : 'points.theirs', { name })}</span>
              </span>
              {mine && found.open && <TakeBack {...{ text, queryKey }} takeBack={() => takeBackPoint(at, id)} />}
            </li>
          ))}
        </ul>
      )}
      {found.open && <Prompts {...{ at, found, queryKey }} />}
      {found.open && <WritePoint {...{ at, found, queryKey }} />}
    </Section>
  );
}

function Prompts({ at, found, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const queries = useQueryClient();
  const add = async (text: string): Promise<void> => {
    await addPoint(at, { text });
    await queries.invalidateQueries({ queryKey });
  };
  const open = found.prompts.filter((prompt) => !found.points.some(({ text }) => text === prompt));
  if (open.length === 0) return undefined;
  return (
    <div className={styles.block}>
      <h3 id={id} className={styles.label}>
        {t(`prompts.${found.phase}`)}
      </h3>
      <fieldset aria-labelledby={id} className={styles.prompts}>
        {open.map((prompt) => (
          <Prompt key={prompt} text={prompt} add={add} />
        ))}
      </fieldset>
    </div>
  );
}

function Prompt({ text, add }: { readonly text: string; readonly add: (text: string) => Promise<void> }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const press = useOnce(() => add(text));
  return (
    <>
      <Button
        className={styles.prompt}
        disabledFocusable={press.busy}
        aria-label={t('prompts.add', { prompt: text })}
        onClick={() => void press.start()}
      >
        {text}
      </Button>
      {press.problem && <FormProblem problem={press.problem} />}
    </>
  );
}

function WritePoint({ at, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft(`meeting-point-${at.meetingId}`, { text: '' });
  const keep = async (): Promise<void> => {
    await addPoint(at, { text: draft.value.text });
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <Form draft={draft} submit={t('points.save')} onSubmit={keep}>
      <LongTextField
        name="text"
        label={t('points.add')}
        required
        most={longestPoint}
        value={draft.value.text}
        onChange={(text) => draft.set({ text })}
      />
    </Form>
  );
}
