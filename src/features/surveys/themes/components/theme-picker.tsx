/** The themes of one text, to be pressed, or chosen with the number keys; the arrows lead to the next text. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { mostThemes, type Theme } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  themes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  theme: {
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  chosen: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
  },
});

export interface PickerProps {
  /** What the themes are of, read out before them. */
  readonly label: string;
  readonly themes: readonly Theme[];
  readonly chosen: readonly string[];
  onChange(this: void, chosen: string[]): void;
}

export function ThemePicker({ label, themes, chosen, onChange }: PickerProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const toggle = (id: string): void => {
    const rest = chosen.filter((one) => one !== id);
    if (rest.length < chosen.length) return onChange(rest);
    return rest.length < mostThemes ? onChange([...rest, id]) : undefined;
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const theme = themes[Number(event.key) - 1];
    if (theme && /^[1-9]$/.test(event.key)) return toggle(theme.id);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return undefined;
    event.preventDefault();
    const all = [...document.querySelectorAll<HTMLElement>('[data-themes]')];
    const next = all[all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
    return next?.querySelector('button')?.focus();
  };
  return (
    <div
      role="toolbar"
      tabIndex={-1}
      data-themes
      aria-label={t('picker.label', { label })}
      className={styles.themes}
      onKeyDown={press}
    >
      {themes.map(({ id, name }, at) => {
        const isChosen = chosen.includes(id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isChosen}
            className={mergeClasses(styles.theme, isChosen && styles.chosen)}
            onClick={() => toggle(id)}
          >
            {at < 9 ? `${at + 1} ` : ''}
            {name}
          </button>
        );
      })}
    </div>
  );
}
