/** One identity question: whether it is answered, answering it, taking the answer back. What is typed is kept nowhere before it is sent. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField, TickField } from '../../../../ui/choices.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { sendAnswer, takeAnswerBack } from '../client.ts';
import { choicesOf, longestOwnWords, type IdentityView, type Question, type Said } from '../model.ts';
import { say } from '../words.ts';

type Line = IdentityView['questions'][number];
type Kept = (now: IdentityView) => void;

const useStyles = makeStyles({
  line: {
    paddingBlock: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground3 },
  form: { marginTop: tokens.spacingVerticalL },
});

interface LineProps {
  readonly line: Line;
  readonly textVersion: number;
  readonly onKept: Kept;
}

export function QuestionLine({ line, textVersion, onKept }: LineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const day = useMoment();
  const [open, setOpen] = useState(false);
  const { question, mode, answeredAt } = line;
  const back = useOnce(async () => {
    onKept(await takeAnswerBack(question));
    tell(t('identity.takenBack'), { intent: 'success' });
  });
  const isAnswered = answeredAt !== undefined;
  return (
    <div className={styles.line}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t(`identity.q.${question}`)}</h3>
        <div className={styles.buttons}>
          {mode === 'on' && !open && (
            <Button aria-label={named(t, isAnswered ? 'change' : 'answer', question)} onClick={() => setOpen(true)}>
              {t(isAnswered ? 'identity.change' : 'identity.answer')}
            </Button>
          )}
          {isAnswered && (
            <Button
              appearance="subtle"
              aria-label={named(t, 'takeBack', question)}
              disabledFocusable={back.busy}
              onClick={() => void back.start()}
            >
              {t('identity.takeBack')}
            </Button>
          )}
        </div>
      </div>
      {isAnswered && <p className={styles.text}>{t('identity.answered', { day: day(answeredAt, 'day') })}</p>}
      {mode === 'anonymous' && <p className={styles.text}>{t('identity.anonymous')}</p>}
      {back.problem && <FormProblem problem={back.problem} />}
      {open && (
        <div className={styles.form}>
          <AnswerForm
            question={question}
            textVersion={textVersion}
            onKept={(now) => {
              setOpen(false);
              onKept(now);
            }}
            onClose={() => setOpen(false)}
          />
        </div>
      )}
    </div>
  );
}

function named(
  t: ReturnType<typeof useSay<Parameters<typeof say>[1]>>,
  verb: 'answer' | 'change' | 'takeBack',
  question: Question,
): string {
  return `${t(`identity.${verb}`)}: ${t(`identity.q.${question}`)}`;
}

interface AnswerProps {
  readonly question: Question;
  readonly textVersion: number;
  readonly onKept: Kept;
  readonly onClose: () => void;
}

function AnswerForm({ question, textVersion, onKept, onClose }: AnswerProps): ReactNode {
  const t = useSay(say);
  const [chosen, setChosen] = useState<string>();
  const [words, setWords] = useState('');
  const [wish, setWish] = useState(false);
  const choices = [...choicesOf[question], 'own-words', 'prefer-not'];
  const send = async (): Promise<void> => {
    onKept(await sendAnswer({ question, said: saidBy(chosen, words), wish, textVersion }));
    tell(t('identity.saved'), { intent: 'success' });
  };
  return (
    <Form
      submit={t('identity.agree')}
      onSubmit={send}
      actions={<Button onClick={onClose}>{t('identity.close')}</Button>}
    >
      <ChoiceField
        name="said.choice"
        label={t('identity.choose')}
        required
        value={chosen}
        onChange={setChosen}
        choices={choices.map((value) => ({ value, label: t(labelOf(question, value)) }))}
      />
      {chosen === 'own-words' && (
        <TextField
          name="said.words"
          label={t('identity.own-words.label')}
          required
          most={longestOwnWords}
          value={words}
          onChange={setWords}
        />
      )}
      {chosen !== 'prefer-not' && (
        <TickField
          name="wish"
          label={t('identity.wish')}
          hint={t('identity.wish.hint')}
          value={wish}
          onChange={setWish}
        />
      )}
    </Form>
  );
}

function saidBy(chosen: string | undefined, words: string): Said {
  if (chosen === 'own-words') return { kind: 'own-words', words };
  return chosen === 'prefer-not' ? { kind: 'prefer-not' } : { kind: 'choice', choice: chosen ?? '' };
}

/** The words of a question's own choices are listed under its name. */
function labelOf(question: Question, choice: string): Parameters<typeof say>[1] {
  const isOwn = choice === 'own-words' || choice === 'prefer-not';
  return (isOwn ? `identity.${choice}` : `identity.${question}.${choice}`) as Parameters<typeof say>[1];
}
