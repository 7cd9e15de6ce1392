/** At the right: one thing of a minute to try for the kind of person one is, and others whom it is worth being. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { LightbulbFilled } from '@fluentui/react-icons/svg/lightbulb';
import type { ReactNode } from 'react';
import { languages } from '../../../platform/words.ts';
import { kinds, type ShownPerson, type Suggestion } from './control.ts';
import { Face } from './face.tsx';
import { kindOf, useSuggestions, type KindOfPerson } from './known.ts';
import { besidePage, middle } from './look.ts';
import { usePlace, type Place } from './place.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    width: '280px',
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [middle]: {
      position: 'fixed',
      zIndex: 20,
      top: '52px',
      bottom: 0,
      insetInlineEnd: 0,
      width: 'min(320px, 92vw)',
      boxShadow: tokens.shadow28,
    },
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  bulb: { fontSize: '20px', color: tokens.colorPaletteMarigoldForeground1 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    '& p': { margin: 0 },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  other: { justifyContent: 'flex-start', width: '100%', padding: '6px 8px', textAlign: 'start' },
  words: {
    marginInlineStart: tokens.spacingHorizontalS,
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
});

/** Where each kind of person finds what there is to try. */
const places: Readonly<Record<KindOfPerson, Partial<Place>>> = {
  coordinator: { app: 'tab', path: '/programmes' },
  adviser: { app: 'tab', path: '/private-talk/requests' },
  administrator: { app: 'tab', path: '' },
  offered: { app: 'chat' },
  asked: { app: 'chat' },
  invited: { app: 'chat' },
  paired: { app: 'tab', path: '' },
  employee: { app: 'chat' },
  guest: { app: 'chat' },
  service: { app: 'chat' },
};

export interface TryThisProps {
  readonly person: ShownPerson;
  readonly people: readonly ShownPerson[];
  readonly onClose: () => void;
}

export function TryThis({ person, people, onClose }: TryThisProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const go = useGo(onClose);
  const suggestions = useSuggestions().data ?? [];
  const kind = kindOf(person, suggestions);
  return (
    <aside className={styles.panel} aria-labelledby="try">
      <div className={styles.head}>
        <LightbulbFilled className={styles.bulb} aria-hidden />
        <h2 id="try" className={styles.title}>
          {say(lang, 'try')}
        </h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={say(lang, 'try.close')} onClick={onClose} />
      </div>
      <section className={styles.card}>
        <p className={styles.strong}>{say(lang, 'try.as', { name: person.name, kind: say(lang, `kind.${kind}`) })}</p>
        <p>{say(lang, `try.${kind}`)}</p>
        <Button appearance="primary" onClick={() => go(places[kind])}>
          {say(lang, 'try.go')}
        </Button>
      </section>
      <Others {...{ person, people, suggestions, onClose }} />
      <p className={styles.quiet}>{say(lang, 'try.time')}</p>
    </aside>
  );
}

/** Where the panel lies over the page, it makes way for what one goes to. */
function useGo(onClose: () => void): (place: Partial<Place>) => void {
  const [, go] = usePlace();
  return (place) => {
    if (!matchMedia(besidePage).matches) onClose();
    go(place);
  };
}

interface OthersProps extends TryThisProps {
  readonly suggestions: readonly Suggestion[];
}

/** The first of each other kind. */
function Others({ person, people, suggestions, onClose }: OthersProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const go = useGo(onClose);
  const others = kinds.flatMap((kind) => {
    const found = suggestions.find((one) => one.kind === kind && one.personId !== person.id);
    const other = people.find(({ id }) => id === found?.personId);
    return other ? [{ kind, other }] : [];
  });
  const become = (other: ShownPerson, place: Partial<Place>): void =>
    go({ path: '', ...place, person: other.id, lang: languages.find((one) => one === other.language) ?? lang });
  return (
    <section>
      <h3 className={styles.subtitle}>{say(lang, 'try.others')}</h3>
      <ul className={styles.list}>
        {others.map(({ kind, other }) => (
          <li key={kind} className={styles.item}>
            <Button
              appearance="subtle"
              className={styles.other}
              icon={<Face person={other} size={28} />}
              onClick={() => become(other, places[kind])}
            >
              <span className={styles.words}>
                <span>{other.name}</span>
                <span className={styles.quiet}>{say(lang, `kind.${kind}`)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
