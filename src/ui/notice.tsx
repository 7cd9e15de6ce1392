/** What the page tells: a notice in its place, and a short message at the foot that may offer to undo. Both are read out. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoFilled } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

export type Intent = 'info' | 'success' | 'warning' | 'error';

export interface NoticeProps {
  readonly intent?: Intent;
  readonly title?: string;
  readonly children: ReactNode;
  /** At most one or two buttons. */
  readonly actions?: ReactNode;
}

const icons = { info: InfoFilled, success: CheckmarkCircleFilled, warning: WarningFilled, error: ErrorCircleFilled };

/** A message in the flow of the page; errors are read out at once, the others politely. */
export function Notice({ intent = 'info', title, children, actions }: NoticeProps): ReactNode {
  const styles = useStyles();
  const Icon = icons[intent];
  return (
    <div className={mergeClasses(styles.notice, styles[intent])} role={intent === 'error' ? 'alert' : 'status'}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.body}>
        {title !== undefined && <strong className={styles.title}>{title}</strong>}
        <div>{children}</div>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

interface Told {
  readonly id: number;
  readonly text: string;
  readonly intent: Intent;
  readonly undo?: () => void;
}

let told: readonly Told[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const setTold = (next: readonly Told[]): void => {
  told = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Says shortly that something was done; `undo` takes it back. Stays longer while the pointer or the focus is on it. */
export function tell(text: string, options: { readonly intent?: Intent; readonly undo?: () => void } = {}): void {
  lastId += 1;
  const one: Told = { id: lastId, text, intent: 'success', ...options };
  setTold([...told, one].slice(-3));
}

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase300,
  },
  info: { backgroundColor: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStroke1}` },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    '& > svg': { color: tokens.colorStatusSuccessForeground1 },
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    '& > svg': { color: tokens.colorStatusWarningForeground3 },
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    '& > svg': { color: tokens.colorStatusDangerForeground1 },
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  body: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  foot: {
    position: 'fixed',
    insetInlineEnd: tokens.spacingHorizontalXL,
    bottom: tokens.spacingVerticalXL,
    zIndex: 1000,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    width: '400px',
    maxWidth: `calc(100vw - 2 * ${tokens.spacingHorizontalL})`,
    '@media (max-width: 640px)': { bottom: '80px', insetInlineEnd: tokens.spacingHorizontalL },
  },
  one: { boxShadow: tokens.shadow16, borderRadius: tokens.borderRadiusMedium },
});

/** The place where `tell` speaks; once in the shell. */
export function Told(): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const all = useSyncExternalStore(subscribe, () => told);
  return (
    <section className={styles.foot} aria-label={t('notice.messages')} aria-live="polite">
      {all.map((one) => (
        <ToldOne key={one.id} one={one} />
      ))}
    </section>
  );
}

function ToldOne({ one }: { readonly one: Told }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [held, setHeld] = useState(false);
  const close = (): void => setTold(told.filter((other) => other.id !== one.id));
  useEffect(() => {
    if (held || one.intent === 'error') return undefined;
    const timer = setTimeout(() => setTold(told.filter((other) => other.id !== one.id)), one.undo ? 12_000 : 6_000);
    return () => clearTimeout(timer);
  }, [held, one]);
  const undo = (): void => {
    close();
    one.undo?.();
  };
  return (
    <div
      className={styles.one}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Notice
        intent={one.intent}
        actions={
          <>
            {one.undo && <Button onClick={undo}>{t('notice.undo')}</Button>}
            <Button appearance="subtle" onClick={close}>
              {t('notice.close')}
            </Button>
          </>
        }
      >
        {one.text}
      </Notice>
    </div>
  );
}
