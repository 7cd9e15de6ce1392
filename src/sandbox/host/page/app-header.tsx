/** The line above the chat and the tabs: the app's name, and what its package has to change between, as in Teams. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { World } from './control.ts';
import { BotFace, botName } from './face.tsx';
import { phone } from './look.ts';
import { usePlace } from './place.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '56px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { minHeight: '44px', padding: `0 ${tokens.spacingHorizontalM}` },
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  // On a phone they are wider than the page: they move under the finger, and the page stays as wide as it is.
  faces: {
    display: 'flex',
    alignSelf: 'stretch',
    gap: tokens.spacingHorizontalXS,
    flexGrow: 1,
    width: 0,
    overflowX: 'auto',
  },
  face: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

export interface HeaderProps {
  readonly here: 'chat' | 'tab';
  readonly world: World;
}

/** Teams' own two, by their entityId: the chat, and a page about the app that is not shown here. */
const chat = 'conversations';
const about = 'about';

export function AppHeader({ here, world }: HeaderProps): ReactNode {
  const styles = useStyles();
  const [{ lang, clean, tab }, go] = usePlace();
  if (clean) return null;
  const faces = world.appPackage[lang].tabs.filter(({ entityId }) => entityId !== about);
  return (
    <div className={styles.line}>
      <BotFace size={32} />
      <h1 className={styles.name}>{botName}</h1>
      <nav className={styles.faces} aria-label={botName}>
        {faces.map(({ entityId, name }) => {
          const isChat = entityId === chat;
          const isHere = isChat ? here === 'chat' : here === 'tab' && entityId === tab;
          return (
            <button
              key={entityId}
              type="button"
              className={mergeClasses(styles.face, isHere && styles.here)}
              {...(isHere ? { 'aria-current': 'page' as const } : {})}
              onClick={() =>
                go(isChat ? { app: 'chat', tab: 'home', path: '' } : { app: 'tab', tab: entityId, path: '' })
              }
            >
              {isChat ? say(lang, 'face.chat') : name}
            </button>
          );
        })}
      </nav>
    </div>
  );
}
