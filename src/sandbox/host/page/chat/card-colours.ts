/** How cards look in each theme: the colours and sizes of Teams, as a host configuration of `adaptivecards`. */
import type { ThemeName } from '../place.ts';

const colours = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    attention: '#c4314b',
    line: '#e0e0e0',
    emphasis: '#f5f5f5',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    attention: '#f87c80',
    line: '#3d3d3d',
    emphasis: '#333333',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    attention: '#ff5f5f',
    line: '#ffffff',
    emphasis: '#000000',
  },
} as const;

export function hostConfig(theme: ThemeName): object {
  const { text, subtle, accent, good, attention, line, emphasis } = colours[theme];
  const foregroundColors = {
    default: { default: text, subtle },
    accent: { default: accent, subtle: accent },
    good: { default: good, subtle: good },
    attention: { default: attention, subtle: attention },
    warning: { default: attention, subtle: attention },
    light: { default: subtle, subtle },
    dark: { default: text, subtle },
  };
  return {
    fontFamily: 'inherit',
    supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    spacing: { small: 6, default: 10, medium: 16, large: 22, extraLarge: 30, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors },
      emphasis: { backgroundColor: emphasis, foregroundColors },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: '' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention' },
    },
  };
}
