/** The line above the chat and the tab: the app's name, and its two faces to change between, as in Teams. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
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
  faces: { display: 'flex', alignSelf: 'stretch', gap: tokens.spacingHorizontalXS },
  face: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
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

const faces = ['chat', 'tab'] as const;

export function AppHeader({ here }: { readonly here: (typeof faces)[number] }): ReactNode {
  const styles = useStyles();
  const [{ lang, clean }, go] = usePlace();
  if (clean) return null;
  return (
    <div className={styles.line}>
      <BotFace size={32} />
      <h1 className={styles.name}>{botName}</h1>
      <nav className={styles.faces} aria-label={botName}>
        {faces.map((face) => (
          <button
            key={face}
            type="button"
            className={mergeClasses(styles.face, face === here && styles.here)}
            {...(face === here ? { 'aria-current': 'page' as const } : {})}
            onClick={() => go({ app: face, path: '' })}
          >
            {say(lang, `face.${face}`)}
          </button>
        ))}
      </nav>
    </div>
  );
}
