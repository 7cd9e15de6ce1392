/** The apps at the left, as in Teams; at the foot on a phone. */
import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarLtrFilled, CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { ChatFilled, ChatRegular } from '@fluentui/react-icons/svg/chat';
import { MailFilled, MailRegular } from '@fluentui/react-icons/svg/mail';
import { PeopleCommunityFilled, PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community';
import type { ReactNode } from 'react';
import type { ShownPerson } from '../control.ts';
import { BotFace } from '../face.tsx';
import { phone } from '../look.ts';
import { apps, usePlace, type AppName } from '../place.ts';
import { useUnread } from '../unread.ts';
import { say } from '../words.ts';

const icons: Readonly<Record<AppName, readonly [ReactNode, ReactNode]>> = {
  chat: [<ChatRegular key="a" />, <ChatFilled key="b" />],
  tab: [<BotFace key="a" size={22} />, <BotFace key="b" size={22} />],
  channels: [<PeopleCommunityRegular key="a" />, <PeopleCommunityFilled key="b" />],
  mail: [<MailRegular key="a" />, <MailFilled key="b" />],
  calendar: [<CalendarLtrRegular key="a" />, <CalendarLtrFilled key="b" />],
};

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    width: '76px',
    paddingTop: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground4,
    [phone]: {
      order: 2,
      width: 'auto',
      flexDirection: 'row',
      justifyContent: 'space-around',
      paddingTop: 0,
      paddingBottom: 'env(safe-area-inset-bottom)',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  app: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    minHeight: '56px',
    flex: 'none',
    minWidth: '60px',
    padding: '0 2px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: '11px',
    lineHeight: '14px',
    cursor: 'pointer',
    '& svg': { fontSize: '22px' },
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px', borderRadius: '6px' },
  },
  here: {
    color: tokens.colorBrandForeground1,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '2px',
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      [phone]: {
        insetInlineStart: '16px',
        insetInlineEnd: '16px',
        top: 0,
        bottom: 'auto',
        width: 'auto',
        height: '3px',
      },
    },
  },
  picture: { position: 'relative', display: 'flex' },
  /** For screen readers: the number alone says little. */
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  badge: { position: 'absolute', top: '-5px', insetInlineStart: '13px' },
});

export function Rail({ person }: { readonly person: ShownPerson }): ReactNode {
  const styles = useStyles();
  const [place, go] = usePlace();
  const unread = useUnread(person.id, place.app === 'chat');
  return (
    <nav className={styles.rail} aria-label={say(place.lang, 'apps')}>
      {apps.map((app) => {
        const isHere = app === place.app;
        const news = app === 'chat' ? unread : 0;
        return (
          <button
            key={app}
            type="button"
            className={mergeClasses(styles.app, isHere && styles.here)}
            {...(isHere ? { 'aria-current': 'page' as const } : {})}
            onClick={() => go({ app, tab: 'home', path: '' })}
          >
            <span className={styles.picture}>
              {icons[app][isHere ? 1 : 0]}
              {news > 0 && (
                <CounterBadge className={styles.badge} size="small" color="danger" count={news} aria-hidden />
              )}
            </span>
            {say(place.lang, `app.${app}`)}
            {news > 0 && <span className={styles.spoken}>{say(place.lang, 'chat.unread', { count: news })}</span>}
          </button>
        );
      })}
    </nav>
  );
}
