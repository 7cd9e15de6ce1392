/** The chat of the chosen person with the bot: cards with buttons that work, and a box to write in. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { sayDay } from '../../../../platform/words.ts';
import { AppHeader } from '../app-header.tsx';
import type { Message, ShownPerson, TaskInfo, World } from '../control.ts';
import { chatKey, useChat } from '../known.ts';
import { phone } from '../look.ts';
import { usePlace } from '../place.ts';
import { Scroller } from '../scroller.tsx';
import { say } from '../words.ts';
import { DialogWindow } from './dialog-window.tsx';
import { OneMessage } from './one-message.tsx';
import { WriteBox } from './write-box.tsx';

const useStyles = makeStyles({
  chat: { display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto', height: '100%' },
  scroll: {
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    maxWidth: '860px',
    minHeight: '100%',
    justifyContent: 'flex-end',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
    [phone]: { padding: tokens.spacingHorizontalM },
  },
  item: { listStyleType: 'none' },
  day: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalM} 0`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '::before': { content: '""', flexGrow: 1, height: '1px', backgroundColor: tokens.colorNeutralStroke2 },
    '::after': { content: '""', flexGrow: 1, height: '1px', backgroundColor: tokens.colorNeutralStroke2 },
  },
  empty: { textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

export interface ChatProps {
  readonly person: ShownPerson;
  readonly world: World;
}

export function Chat({ person, world }: ChatProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const queries = useQueryClient();
  const [task, setTask] = useState<TaskInfo>();
  const messages = useChat(person.id).data;
  const shown = (messages ?? []).filter(({ state }) => state !== 'deleted').toReversed();
  const bottom = useStayAtEnd(shown.at(-1));
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: chatKey(person.id) });
  return (
    <div className={styles.chat}>
      <AppHeader here="chat" world={world} />
      <Scroller className={styles.scroll} ref={bottom} aria-label={say(lang, 'chat.messages')}>
        <ul className={styles.list}>
          {messages && shown.length === 0 && (
            <li className={mergeClasses(styles.item, styles.empty)}>{say(lang, 'chat.empty')}</li>
          )}
          {shown.map((message, index) => (
            <li key={message.id} className={styles.item}>
              {isNewDay(shown[index - 1], message, person) && (
                <p className={styles.day}>{sayDay(lang, Date.parse(message.at), person.timeZone)}</p>
              )}
              <OneMessage {...{ message, person, world, again, onTask: setTask }} />
            </li>
          ))}
        </ul>
      </Scroller>
      <WriteBox person={person} commands={world.appPackage[lang].commands} onSent={again} />
      {task && (
        <DialogWindow {...{ task, person, world }} onClose={() => void again().then(() => setTask(undefined))} />
      )}
    </div>
  );
}

function isNewDay(before: Message | undefined, message: Message, { timeZone }: ShownPerson): boolean {
  return !before || sayDay('en', Date.parse(before.at), timeZone) !== sayDay('en', Date.parse(message.at), timeZone);
}

/** The newest message is in view when it arrives; cards are drawn a little later than their place. */
function useStayAtEnd(newest: Message | undefined) {
  const scroll = useRef<HTMLElement>(null);
  const id = newest?.id;
  useEffect(() => {
    const box = scroll.current;
    if (!box || id === undefined) return undefined;
    const toEnd = (): void => void (box.scrollTop = box.scrollHeight);
    toEnd();
    const watch = new ResizeObserver(toEnd);
    if (box.firstElementChild) watch.observe(box.firstElementChild);
    const timer = setTimeout(() => watch.disconnect(), 1500);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [id]);
  return scroll;
}
