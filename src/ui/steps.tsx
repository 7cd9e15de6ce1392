/** A path in steps: side by side where there is room, below each other on a phone. Each step says where we stand, and leads there. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import type { ReactNode } from 'react';
import { TextLink } from './button.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

/** `begun`: something of it is there already, and it is not where we are. */
export type StepState = 'done' | 'now' | 'begun' | 'later';

export interface Step {
  readonly key: string;
  readonly title: string;
  /** One line: where we stand. */
  readonly line: string;
  readonly state: StepState;
  readonly to: string;
}

const narrow = '@media (max-width: 860px)';

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [narrow]: { flexDirection: 'column' },
  },
  step: {
    position: 'relative',
    flex: '1 1 0',
    minWidth: 0,
    [narrow]: { flex: 'none' },
    // The line to the next step lies behind the circles.
    ':not(:last-child)::after': {
      content: '""',
      position: 'absolute',
      top: '25px',
      insetInlineStart: 'calc(50% + 22px)',
      width: 'calc(100% - 44px)',
      height: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
      [narrow]: { insetInlineStart: '25px', top: '48px', bottom: '-4px', width: '2px', height: 'auto' },
    },
  },
  passed: { ':not(:last-child)::after': { backgroundColor: tokens.colorBrandStroke1 } },
  link: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
    textAlign: 'center',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'none' },
    ':hover strong': { textDecorationLine: 'underline' },
    [narrow]: {
      flexDirection: 'row',
      alignItems: 'flex-start',
      columnGap: tokens.spacingHorizontalM,
      textAlign: 'start',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
      minHeight: '60px',
    },
  },
  circle: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '34px',
    height: '34px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  done: {
    backgroundColor: tokens.colorBrandBackground,
    border: `2px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  begun: { border: `2px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1 },
  now: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '2px',
  },
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0, maxWidth: '100%' },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'break-word',
    hyphens: 'auto',
  },
  line: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** `label` names the list for those who do not see it. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }): ReactNode {
  const styles = useStyles();
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={mergeClasses(styles.step, step.state === 'done' && styles.passed)}
          {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <StepLink step={step} number={index + 1} />
        </li>
      ))}
    </ol>
  );
}

function StepLink({ step, number }: { readonly step: Step; readonly number: number }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const { state } = step;
  const look = mergeClasses(styles.circle, state !== 'later' && styles[state]);
  return (
    <TextLink to={step.to} className={styles.link}>
      <span className={look} aria-hidden>
        {state === 'done' ? <CheckmarkRegular fontSize={20} /> : number}
      </span>
      <span className={styles.words}>
        <strong className={styles.title}>
          {step.title}
          <span className={styles.hidden}>, {t(`steps.${state}`)}</span>
        </strong>
        <span className={styles.line}>{step.line}</span>
      </span>
    </TextLink>
  );
}
