/** The way around: a bar above the page where there is room, a row of thumbs' size at the foot of a phone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BookOpenRegular } from '@fluentui/react-icons/svg/book-open';
import { HandshakeRegular } from '@fluentui/react-icons/svg/handshake';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { ReactNode } from 'react';
import { TextLink } from '../ui/button.tsx';
import { useRoles } from '../ui/roles.ts';
import { useSay } from '../ui/language.tsx';
import type { Area } from './page-table.tsx';
import { say } from './words.ts';

const narrow = '@media (max-width: 640px)';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 10,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      position: 'fixed',
      top: 'auto',
      bottom: 0,
      insetInlineStart: 0,
      insetInlineEnd: 0,
      borderBottom: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      paddingBottom: 'env(safe-area-inset-bottom)',
    },
  },
  list: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    // The icons stand above the edge of the page's text: its width, and what a link has around it.
    maxWidth: `calc(1040px + 2 * ${tokens.spacingHorizontalM})`,
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    [narrow]: { padding: 0, columnGap: 0 },
  },
  item: { [narrow]: { flex: '1 1 0', minWidth: 0 } },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'none' },
    ':focus-visible': { outlineOffset: '-3px' },
    [narrow]: {
      flexDirection: 'column',
      rowGap: '2px',
      minHeight: '62px',
      boxSizing: 'border-box',
      padding: `${tokens.spacingVerticalS} 2px 2px`,
      fontSize: tokens.fontSizeBase200,
      lineHeight: '1.2',
      textAlign: 'center',
    },
  },
  here: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { color: tokens.colorBrandForeground1 },
    '::after': {
      content: '""',
      position: 'absolute',
      bottom: 0,
      insetInlineStart: tokens.spacingHorizontalM,
      insetInlineEnd: tokens.spacingHorizontalM,
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
      [narrow]: { bottom: 'auto', top: 0 },
    },
  },
  icon: { fontSize: '20px', flexShrink: 0 },
});

const places = [
  { area: 'mine', to: '/', Icon: HandshakeRegular },
  { area: 'coordinate', to: '/programmes', Icon: PeopleTeamRegular },
  { area: 'stories', to: '/stories', Icon: BookOpenRegular },
  { area: 'help', to: '/help', Icon: QuestionCircleRegular },
] as const;

/** `here` is the area of the page that is shown. Programmes are for coordinators: the server decides, this only hides. */
export function Navigation({ here }: { readonly here: Area | undefined }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const roles = useRoles();
  const isCoordinator = roles.data?.includes('Coordinator') === true;
  return (
    <nav className={styles.bar} aria-label={t('nav.label')}>
      <ul className={styles.list}>
        {places
          .filter(({ area }) => area !== 'coordinate' || isCoordinator)
          .map(({ area, to, Icon }) => (
            <li key={area} className={styles.item}>
              <TextLink
                to={to}
                className={mergeClasses(styles.link, area === here && styles.here)}
                {...(area === here ? { 'aria-current': 'page' as const } : {})}
              >
                <Icon className={styles.icon} aria-hidden />
                {t(`nav.${area}`)}
              </TextLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
