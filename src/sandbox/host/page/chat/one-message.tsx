/** One message of the chat: what the bot sent at the left, what the person wrote at the right. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { regionOf, type Language } from '../../../../platform/words.ts';
import { control, type Message, type PressAnswer, type ShownPerson, type TaskInfo, type World } from '../control.ts';
import { BotFace, botName } from '../face.tsx';
import { followLink } from '../links.ts';
import { phone } from '../look.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';
import type { Pressed } from '../../../../ui/card-view.tsx';

const CardView = lazy(() => import('../../../../ui/card-view.tsx'));

const useStyles = makeStyles({
  bot: { display: 'flex', gap: tokens.spacingHorizontalM, [phone]: { gap: tokens.spacingHorizontalS } },
  content: { minWidth: 0, flex: '0 1 560px' },
  byline: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, marginBottom: '2px' },
  name: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: tokens.spacingHorizontalS },
  mine: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end' },
  bubble: {
    margin: 0,
    maxWidth: '80%',
    width: 'fit-content',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  own: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  busy: { opacity: 0.6, pointerEvents: 'none' },
  notice: {
    display: 'block',
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  waiting: { color: tokens.colorNeutralForeground2 },
});

export interface OneMessageProps {
  readonly message: Message;
  readonly person: ShownPerson;
  readonly world: World;
  readonly again: () => Promise<void>;
  readonly onTask: (task: TaskInfo) => void;
}

export function OneMessage(props: OneMessageProps): ReactNode {
  const styles = useStyles();
  const { message, person } = props;
  const [{ lang }] = usePlace();
  const time = timeOf(message, lang, person.timeZone);
  if (message.from === 'person')
    return (
      <div className={styles.mine}>
        <span className={styles.byline}>{time}</span>
        <p className={mergeClasses(styles.bubble, styles.own)}>{message.text}</p>
      </div>
    );
  return (
    <div className={styles.bot}>
      <BotFace size={32} />
      <div className={styles.content}>
        <div className={styles.byline}>
          <span className={styles.name}>{botName}</span>
          {time}
          {message.updatedAt !== undefined && ` · ${say(lang, 'chat.changed')}`}
        </div>
        {message.card ? (
          <PressableCard {...props} card={message.card} />
        ) : (
          <p className={styles.bubble}>{message.text}</p>
        )}
      </div>
    </div>
  );
}

function timeOf({ at }: Message, lang: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(regionOf(lang), { hour: '2-digit', minute: '2-digit', timeZone }).format(
    Date.parse(at),
  );
}

function PressableCard({
  message,
  card,
  person,
  world,
  again,
  onTask,
}: OneMessageProps & { readonly card: object }): ReactNode {
  const styles = useStyles();
  const [place, go] = usePlace();
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const press = async ({ title, inputs }: Pressed): Promise<void> => {
    setWrong('');
    setBusy(true);
    try {
      const wish = { personId: person.id, action: title, inputs };
      const answer = await control<PressAnswer>(`/messages/${message.id}/actions`, wish);
      if (answer.task) onTask(answer.task);
      else if (answer.outcome === 'dialog') setWrong(say(place.lang, 'chat.failed'));
      if (answer.url !== undefined) followLink(answer.url, world, go);
      await again();
    } catch {
      setWrong(say(place.lang, 'chat.failed'));
    }
    setBusy(false);
  };
  const notice = wrong || message.notice;
  return (
    <div aria-busy={busy} className={busy ? styles.busy : undefined}>
      <Suspense fallback={<p className={styles.waiting}>{say(place.lang, 'loading')}</p>}>
        <CardView
          card={card}
          label={message.summary ?? botName}
          onPress={(pressed) => void press(pressed)}
          onLink={(link) => followLink(link, world, go)}
        />
      </Suspense>
      <output>{notice && <span className={styles.notice}>{notice}</span>}</output>
    </div>
  );
}
