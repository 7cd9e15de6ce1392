/** How cards are drawn: the sizes of Teams, and the colours of whatever theme stands around, for `adaptivecards`. */
import { tokens } from '@fluentui/react-components';

const colour = (text: string, subtle = text) => ({ default: text, subtle });

/** `headingLevel` is that of a card's title in the page around it. */
export function hostConfig(headingLevel: number): object {
  const [text, subtle] = [tokens.colorNeutralForeground1, tokens.colorNeutralForeground2];
  const attention = colour(tokens.colorStatusDangerForeground1);
  const foregroundColors = {
    ...{ default: colour(text, subtle), dark: colour(text, subtle), light: colour(subtle) },
    ...{ accent: colour(tokens.colorBrandForeground1), good: colour(tokens.colorStatusSuccessForeground1) },
    ...{ attention, warning: attention },
  };
  return {
    fontFamily: 'inherit',
    supportsInteractivity: true,
    textBlock: { headingLevel },
    spacing: { small: 6, default: 10, medium: 16, large: 22, extraLarge: 30, padding: 16 },
    separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors },
      emphasis: { backgroundColor: tokens.colorNeutralBackground3, foregroundColors },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      // As in Teams.
      allowTitleToWrap: true,
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
