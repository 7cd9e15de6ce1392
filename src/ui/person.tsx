/** A person: picture or initials, name, job. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const colours = ['brand', 'teal', 'purple', 'marigold', 'pink', 'steel', 'seafoam', 'plum'] as const;

const useStyles = makeStyles({
  person: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    minHeight: '44px',
  },
  // Not narrower, or a table would break names in the middle of a word.
  words: { display: 'flex', flexDirection: 'column', minWidth: '7rem', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  largeName: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  job: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  face: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '36px',
    height: '36px',
    borderRadius: tokens.borderRadiusCircular,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    objectFit: 'cover',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    userSelect: 'none',
  },
  largeFace: { width: '56px', height: '56px', fontSize: tokens.fontSizeBase500 },
  brand: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  teal: { backgroundColor: tokens.colorPaletteTealBackground2, color: tokens.colorPaletteTealForeground2 },
  purple: { backgroundColor: tokens.colorPalettePurpleBackground2, color: tokens.colorPalettePurpleForeground2 },
  marigold: { backgroundColor: tokens.colorPaletteMarigoldBackground2, color: tokens.colorPaletteMarigoldForeground2 },
  pink: { backgroundColor: tokens.colorPalettePinkBackground2, color: tokens.colorPalettePinkForeground2 },
  steel: { backgroundColor: tokens.colorPaletteSteelBackground2, color: tokens.colorPaletteSteelForeground2 },
  seafoam: { backgroundColor: tokens.colorPaletteSeafoamBackground2, color: tokens.colorPaletteSeafoamForeground2 },
  plum: { backgroundColor: tokens.colorPalettePlumBackground2, color: tokens.colorPalettePlumForeground2 },
});

export interface PersonProps {
  readonly name: string;
  readonly job?: string | undefined;
  /** An address of our own or a `data:` image. */
  readonly photo?: string | undefined;
  readonly size?: 'small' | 'large';
}

export function Person({ name, job, photo, size = 'small' }: PersonProps): ReactNode {
  const styles = useStyles();
  const isLarge = size === 'large';
  const face = mergeClasses(styles.face, isLarge && styles.largeFace, styles[colourOf(name)]);
  return (
    <div className={styles.person}>
      {photo === undefined ? (
        <span className={face} aria-hidden>
          {initialsOf(name)}
        </span>
      ) : (
        <img className={face} src={photo} alt="" />
      )}
      <span className={styles.words}>
        <span className={mergeClasses(styles.name, isLarge && styles.largeName)}>{name}</span>
        {job !== undefined && <span className={styles.job}>{job}</span>}
      </span>
    </div>
  );
}

/** The first letters of the first and the last word: `Anke Van den Berghe` is AB. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20))
    .join('')
    .trim()
    .toUpperCase();
}

/** The same name has the same colour everywhere. */
function colourOf(name: string): (typeof colours)[number] {
  const sum = Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce((total, code) => total + code, 0);
  return colours[sum % colours.length] ?? 'brand';
}
