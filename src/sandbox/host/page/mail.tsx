/** A person's mail, as the product sent it: a list, and the mail that is being read. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayMoment } from '../../../platform/words.ts';
import { control, type MailItem, type ShownPerson } from './control.ts';
import { phone } from './look.ts';
import { Nothing } from './nothing.tsx';
import { usePlace } from './place.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  all: { display: 'flex', height: '100%' },
  list: {
    flex: '0 0 320px',
    margin: 0,
    padding: 0,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { flex: '1 1 0', borderRight: 'none' },
  },
  item: { listStyleType: 'none' },
  line: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    width: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  open: { backgroundColor: tokens.colorNeutralBackground1 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  reading: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flex: '1 1 0',
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    [phone]: { padding: tokens.spacingHorizontalM },
  },
  subject: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  body: { flex: '1 1 320px', width: '100%', border: 'none', backgroundColor: '#ffffff', borderRadius: '6px' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  back: { display: 'none', [phone]: { display: 'inline-flex', alignSelf: 'flex-start' } },
  hiddenOnPhone: { [phone]: { display: 'none' } },
});

export function Mail({ person }: { readonly person: ShownPerson }): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const [chosen, setChosen] = useState<string>();
  const mails = useQuery({
    queryKey: ['mail', person.id],
    queryFn: () => control<MailItem[]>(`/mail?personId=${person.id}`),
    refetchInterval: 3000,
  }).data;
  const why = !person.hasMailbox ? 'mail.none' : mails?.length === 0 ? 'mail.empty' : undefined;
  if (why) return <Nothing title={say(lang, 'app.mail')} text={say(lang, why)} />;
  const shown = mails?.find(({ id }) => id === chosen) ?? mails?.[0];
  return (
    <div className={styles.all}>
      <ul className={mergeClasses(styles.list, chosen !== undefined && styles.hiddenOnPhone)}>
        {mails?.map((one) => (
          <li key={one.id} className={styles.item}>
            <Line mail={one} person={person} isOpen={one.id === shown?.id} onOpen={() => setChosen(one.id)} />
          </li>
        ))}
      </ul>
      {shown && (
        <Reading mail={shown} person={person} isChosen={chosen !== undefined} onBack={() => setChosen(undefined)} />
      )}
    </div>
  );
}

interface LineProps {
  readonly mail: MailItem;
  readonly person: ShownPerson;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

const names = (people: MailItem['to']): string => people.map(({ name, address }) => name || address).join(', ');

function Line({ mail, person, isOpen, onOpen }: LineProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const who = mail.folder === 'inbox' ? names([mail.from]) : say(lang, 'mail.to', { names: names(mail.to) });
  return (
    <button
      type="button"
      className={mergeClasses(styles.line, isOpen && styles.open)}
      {...(isOpen ? { 'aria-current': true } : {})}
      onClick={onOpen}
    >
      <span className={styles.strong}>{who}</span>
      <span>{mail.subject}</span>
      <span className={styles.quiet}>{sayMoment(lang, Date.parse(mail.sentDateTime), person.timeZone)}</span>
    </button>
  );
}

interface ReadingProps {
  readonly mail: MailItem;
  readonly person: ShownPerson;
  readonly isChosen: boolean;
  readonly onBack: () => void;
}

function Reading({ mail, person, isChosen, onBack }: ReadingProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  return (
    <article className={mergeClasses(styles.reading, !isChosen && styles.hiddenOnPhone)}>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
        {say(lang, 'back')}
      </Button>
      <h1 className={styles.subject}>{mail.subject}</h1>
      <div>
        <span className={styles.strong}>{names([mail.from])}</span>
        <div className={styles.quiet}>{say(lang, 'mail.to', { names: names(mail.to) })}</div>
        <div className={styles.quiet}>{sayMoment(lang, Date.parse(mail.sentDateTime), person.timeZone)}</div>
      </div>
      {mail.attachments.length > 0 && (
        <p className={styles.quiet}>{mail.attachments.map(({ name }) => `📎 ${name}`).join('  ')}</p>
      )}
      {mail.contentType === 'html' ? (
        <iframe className={styles.body} sandbox="" title={mail.subject} srcDoc={mail.content} />
      ) : (
        <p className={styles.text}>{mail.content}</p>
      )}
    </article>
  );
}
