/** How a drawn card looks in Teams: its frame, its buttons and its inputs. */
import { makeStyles, tokens } from '@fluentui/react-components';

const focus = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' };
const field = {
  boxSizing: 'border-box',
  minHeight: '36px',
  padding: '8px 10px',
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  borderBottomColor: tokens.colorNeutralStrokeAccessible,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
} as const;

const useStyles = makeStyles({
  card: {
    maxWidth: '560px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow2,
    overflow: 'hidden',
    '& p': { margin: 0 },
    // The package gives a list the whole width, beside its indent.
    '& ul, & ol': { boxSizing: 'border-box' },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& .ac-actionSet': { flexWrap: 'wrap', rowGap: '8px' },
    '& .ac-pushButton': {
      minHeight: '36px',
      padding: '5px 14px',
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontFamily: 'inherit',
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      cursor: 'pointer',
    },
    '& .ac-pushButton:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& .ac-pushButton.style-positive': {
      backgroundColor: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
      border: `1px solid ${tokens.colorBrandBackground}`,
    },
    '& .ac-pushButton.style-positive:hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    '& .ac-pushButton.style-destructive': { color: tokens.colorStatusDangerForeground1 },
    '& .ac-pushButton:focus-visible': focus,
    '& input:focus-visible, & textarea:focus-visible, & select:focus-visible': focus,
    '& .ac-textInput, & .ac-dateInput, & .ac-timeInput, & .ac-numberInput, & .ac-multichoiceInput': field,
    '& .ac-textInput.ac-multiline': { minHeight: '84px', resize: 'vertical' },
    '& .ac-choiceSetInput-expanded > div, & .ac-choiceSetInput-multiSelect > div': {
      minHeight: '32px',
      alignItems: 'flex-start',
    },
    '& input[type=radio], & input[type=checkbox]': {
      flexShrink: '0 !important' as '0',
      width: '18px',
      height: '18px',
      margin: '2px 4px 2px 0',
      accentColor: tokens.colorBrandBackground,
    },
    '& .ac-input-validation-failed': { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  },
});

export function useCardLook(): string {
  return useStyles().card;
}
