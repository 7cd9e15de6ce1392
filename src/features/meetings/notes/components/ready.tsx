/** Ready questions, of the phase or of a topic, to read and to choose: one press makes one a point of both. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { FieldFrame } from '../../../../ui/frame.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Select } from '../../../../ui/select.tsx';
import type { MeetingAddress } from '../../model.ts';
import type { QuestionsView, QuestionView, TalkTopic } from '../../questions/model.ts';
import { addQuestion, findQuestions } from '../client.ts';
import type { MeetingNotes } from '../model.ts';
import { say } from '../words.ts';
import { Other, useBoth } from './both.tsx';
import { useLineStyles, type NotesProps } from './lines.tsx';

const useStyles = makeStyles({
  block: { marginBottom: tokens.spacingVerticalXL },
  title: { margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  group: { margin: `${tokens.spacingVerticalL} 0 0`, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0 },
});

/** Queries that hold what is no point yet. */
export const readyKey = ({ meetingId }: MeetingAddress): readonly string[] => ['ready-questions', meetingId];

export function Ready(props: NotesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { at, found } = props;
  const [topic, setTopic] = useState<TalkTopic>();
  const ofTopic = useQuery({
    queryKey: [...readyKey(at), topic],
    queryFn: () => (topic === undefined ? found.questions : findQuestions(at, topic)),
    enabled: topic !== undefined,
    staleTime: 0,
  });
  return (
    <div className={styles.block}>
      <h3 className={styles.title}>{t('ready.title')}</h3>
      <Topics found={found} topic={topic} onTopic={setTopic} />
      {topic === undefined ? (
        <ReadySet {...props} set={found.questions} />
      ) : (
        <Loaded of={ofTopic}>{(set) => <ReadySet {...props} set={set} />}</Loaded>
      )}
      {topic === 'unfair-treatment' && (
        <p>
          <TextLink to="/private-talk">{t('ready.adviser')}</TextLink>
        </p>
      )}
    </div>
  );
}

interface TopicsProps {
  readonly found: MeetingNotes;
  readonly topic: TalkTopic | undefined;
  readonly onTopic: (topic: TalkTopic | undefined) => void;
}

/** The phase first, then what brought the two together, then everything else. */
function Topics({ found, topic, onTopic }: TopicsProps): ReactNode {
  const t = useSay(say);
  const parts = [found.topics.filter(({ ours }) => ours), found.topics.filter(({ ours }) => !ours)];
  const choose = (value: string): void => onTopic(found.topics.find((one) => one.topic === value)?.topic);
  return (
    <FieldFrame name="topic" type="search" label={t('ready.about')}>
      <Select value={topic ?? ''} onChange={choose}>
        <option value="">{found.questions.title}</option>
        {parts.map(
          (some, place) =>
            some.length > 0 && (
              <optgroup key={String(place)} label={t(place === 0 ? 'ready.ours' : 'ready.others')}>
                {some.map((one) => (
                  <option key={one.topic} value={one.topic}>
                    {one.title}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </Select>
    </FieldFrame>
  );
}

function ReadySet({ at, queryKey, set }: NotesProps & { readonly set: QuestionsView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const lines = useLineStyles();
  const [isBoth, choice] = useBoth([...set.openers, ...set.questions]);
  if (set.openers.length + set.questions.length === 0) return <p className={lines.quiet}>{t('ready.all')}</p>;
  return (
    <>
      {(['openers', 'questions'] as const).map(
        (part) =>
          set[part].length > 0 && (
            <div key={part}>
              <h4 className={styles.group}>{t(`ready.${part}`)}</h4>
              <ReadyList {...{ at, queryKey, isBoth }} of={set[part]} />
            </div>
          ),
      )}
      {choice}
    </>
  );
}

interface ReadyListProps {
  readonly at: MeetingAddress;
  readonly queryKey: readonly string[];
  readonly of: readonly QuestionView[];
  /** In the partner's language too. */
  readonly isBoth: boolean;
}

export function ReadyList({ of, ...props }: ReadyListProps): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {of.map((one) => (
        <ReadyLine key={one.id} {...props} one={one} />
      ))}
    </ul>
  );
}

function ReadyLine({ at, queryKey, isBoth, one }: Omit<ReadyListProps, 'of'> & { readonly one: QuestionView }) {
  const t = useSay(say);
  const lines = useLineStyles();
  const queries = useQueryClient();
  const press = useOnce(async () => {
    await addQuestion(at, one.id);
    await Promise.all([queryKey, readyKey(at)].map((key) => queries.invalidateQueries({ queryKey: key })));
  });
  return (
    <li className={lines.line}>
      <span className={lines.text}>
        {one.text}
        {isBoth && <Other of={one} />}
      </span>
      <span data-screen>
        <Button
          appearance="subtle"
          disabledFocusable={press.busy}
          aria-label={t('ready.add.line', { prompt: one.text })}
          onClick={() => void press.start()}
        >
          {t('ready.add')}
        </Button>
      </span>
      {press.problem && <FormProblem problem={press.problem} />}
    </li>
  );
}
