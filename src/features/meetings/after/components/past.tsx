/** The meetings behind a pair: whether they met, one press each, and one that no calendar knew of. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { metAnswers, type MeetingView, type MetSaid, type PairAddress, type PairMeetings } from '../../model.ts';
import { say } from '../../words.ts';
import { logMeeting, sayMet } from '../client.ts';

const useStyles = makeStyles({
  title: { margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  day: { flex: '1 1 200px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  ask: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    flex: '1 1 100%',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  question: { marginInlineEnd: tokens.spacingHorizontalS },
  log: { marginTop: tokens.spacingVerticalL },
});

interface PastProps {
  readonly at: PairAddress;
  readonly found: PairMeetings;
  /** The pair is active: more can be told. */
  readonly open: boolean;
}

/** So many are shown at first, the newest on top. */
const few = 4;

export function Past({ at, found, open }: PastProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const past = found.meetings.filter((one) => one.past).toReversed();
  const shown = all ? past : past.slice(0, few);
  // Only the last one is asked about: what nobody answered counts as held.
  const asked = past[0]?.answered ? undefined : past[0]?.id;
  if (past.length === 0 && !open) return undefined;
  return (
    <>
      {past.length > 0 && (
        <>
          <h3 className={styles.title}>{t('section.before')}</h3>
          <ul className={styles.list}>
            {shown.map((one) => (
              <PastLine key={one.id} {...{ at, found, one }} asked={open && one.id === asked} />
            ))}
          </ul>
          {!all && past.length > few && (
            <Button appearance="subtle" onClick={() => setAll(true)}>
              {t('section.all', { count: past.length })}
            </Button>
          )}
        </>
      )}
      {open && <Log {...{ at, found }} />}
    </>
  );
}

interface LineProps {
  readonly at: PairAddress;
  readonly found: PairMeetings;
  readonly one: MeetingView;
  readonly asked: boolean;
}

function PastLine({ at, found, one, asked }: LineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [changes, setChanges] = useState(false);
  const asks = asked || changes;
  return (
    <li className={styles.item}>
      <span className={styles.day}>
        <Moment at={one.start} zone={found.zone} style={one.logged ? 'day' : 'moment'} />
      </span>
      {!asks && <span className={styles.quiet}>{t(one.held ? 'section.held' : 'section.not-held')}</span>}
      {!asks && !one.logged && (
        <Button appearance="subtle" onClick={() => setChanges(true)}>
          {t('section.change')}
        </Button>
      )}
      <TextLink to={`/programmes/${at.programmeId}/pairs/${at.pairId}/meetings/${one.id}`}>
        {t('section.notes')}
      </TextLink>
      {asks && <AskMet {...{ at, one, name: found.partner.name }} onSaid={() => setChanges(false)} />}
    </li>
  );
}

interface AskMetProps {
  readonly at: PairAddress;
  readonly one: MeetingView;
  readonly name: string;
  onSaid(this: void): void;
}

function AskMet({ at, one, name, onSaid }: AskMetProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  const queries = useQueryClient();
  const answer = async (next: MetSaid): Promise<void> => {
    await sayMet(at, one.id, next);
    await queries.invalidateQueries();
    tell(t(`met.thanks.${next}`), { intent: 'success' });
    onSaid();
  };
  return (
    <fieldset aria-labelledby={id} className={styles.ask}>
      <span id={id} className={styles.question}>
        {t('met.ask', { name })}
      </span>
      {metAnswers.map((next) => (
        <Answer key={next} title={t(`met.${next}`)} pressed={one.said === next} answer={() => answer(next)} />
      ))}
    </fieldset>
  );
}

interface AnswerProps {
  readonly title: string;
  readonly pressed: boolean;
  answer(this: void): Promise<void>;
}

function Answer({ title, pressed, answer }: AnswerProps): ReactNode {
  const press = useOnce(answer);
  return (
    <>
      <Button aria-pressed={pressed} disabledFocusable={press.busy} onClick={() => void press.start()}>
        {title}
      </Button>
      {press.problem && <FormProblem problem={press.problem} />}
    </>
  );
}

function Log({ at, found }: { readonly at: PairAddress; readonly found: PairMeetings }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const draft = useDraft(`met-on-${at.pairId}`, { on: '' });
  const keep = async (): Promise<void> => {
    await logMeeting(at, draft.value.on);
    await queries.invalidateQueries();
    tell(t('section.log.kept', { name: found.partner.name }), { intent: 'success' });
    setOpen(false);
  };
  return (
    <div className={styles.log}>
      {!open && (
        <Button appearance="subtle" onClick={() => setOpen(true)}>
          {t('section.log')}
        </Button>
      )}
      {open && (
        <Form draft={draft} submit={t('section.log.save')} onSubmit={keep}>
          <DateField
            name="on"
            label={t('section.log.on')}
            required
            value={draft.value.on}
            onChange={(on) => draft.set({ on })}
          />
        </Form>
      )}
    </div>
  );
}
