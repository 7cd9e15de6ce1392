/** Across the top: whose organisation it is, who one is, the clock, the look, and what to try. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import type { ReactNode } from 'react';
import { BotFace } from '../face.tsx';
import { middle, phone } from '../look.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';
import { ClockBar } from './clock-bar.tsx';
import { LookMenu } from './look-menu.tsx';
import { PersonPicker, type PickerProps } from './person-picker.tsx';

const useStyles = makeStyles({
  bar: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '52px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground4,
    [phone]: { gap: tokens.spacingHorizontalXS, padding: `0 ${tokens.spacingHorizontalS}` },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    flex: '1 1 auto',
    minWidth: 0,
    [middle]: { display: 'none' },
  },
  badge: { flexShrink: 0, '@media (max-width: 1360px)': { display: 'none' } },
  organisation: { overflow: 'hidden', textOverflow: 'ellipsis' },
  right: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    flex: '1 0 auto',
    [middle]: { flex: 'none', marginInlineStart: 'auto' },
    [phone]: { gap: 0 },
  },
});

export interface TopBarProps extends PickerProps {
  readonly organisation: string;
  readonly isTrying: boolean;
  readonly setTrying: (open: boolean) => void;
}

export function TopBar({ organisation, isTrying, setTrying, ...picker }: TopBarProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  return (
    <header className={styles.bar}>
      <div className={styles.name}>
        <BotFace size={24} />
        <span className={styles.organisation}>{organisation}</span>
        <Badge className={styles.badge} appearance="tint" color="informative">
          {say(lang, 'sandbox')}
        </Badge>
      </div>
      <PersonPicker {...picker} />
      <div className={styles.right}>
        <ClockBar />
        <LookMenu />
        <Button
          appearance="subtle"
          icon={<LightbulbRegular />}
          aria-expanded={isTrying}
          aria-label={say(lang, 'try')}
          onClick={() => setTrying(!isTrying)}
        />
      </div>
    </header>
  );
}
