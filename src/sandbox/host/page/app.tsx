/** The frame around everything: the bar, the apps, what one looks at; like Teams, at the size of a desk or of a phone. */
import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { Rail } from './bar/rail.tsx';
import { TopBar } from './bar/top-bar.tsx';
import { CalendarView } from './calendar/calendar.tsx';
import { Channels } from './channels.tsx';
import { Chat } from './chat/chat.tsx';
import type { ShownPerson, World } from './control.ts';
import { usePeople, useWorld } from './known.ts';
import { besidePage, phone } from './look.ts';
import { Mail } from './mail.tsx';
import { usePlace, type Place } from './place.ts';
import { TabApp } from './tab/tab-app.tsx';
import { TryThis } from './try-this.tsx';
import { say } from './words.ts';

const useStyles = makeStyles({
  all: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100dvh',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  clean: { gridTemplateRows: 'minmax(0, 1fr)' },
  body: {
    display: 'flex',
    minHeight: 0,
    [phone]: { flexDirection: 'column' },
  },
  main: {
    position: 'relative',
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderStartStartRadius: tokens.borderRadiusXLarge,
    [phone]: { borderStartStartRadius: 0, borderLeft: 'none' },
  },
  bare: { borderTop: 'none', borderLeft: 'none', borderStartStartRadius: 0 },
  waiting: { height: '100dvh' },
});

export function HostApp(): ReactNode {
  const styles = useStyles();
  const [place] = usePlace();
  const people = usePeople();
  const world = useWorld();
  const person = useChosenPerson(people.data ?? []);
  const [isTrying, setTrying] = useState(() => matchMedia(besidePage).matches);
  if (people.isError || world.isError) return <p role="alert">{say(place.lang, 'trouble')}</p>;
  if (!person || !world.data) return <Spinner className={styles.waiting} label={say(place.lang, 'loading')} />;
  const everybody = people.data ?? [];
  const bar = { people: everybody, person, organisation: world.data.organisation, isTrying, setTrying };
  return (
    <div className={mergeClasses(styles.all, place.clean && styles.clean)}>
      {!place.clean && <TopBar {...bar} />}
      <div className={styles.body}>
        {!place.clean && <Rail person={person} />}
        <main className={mergeClasses(styles.main, place.clean && styles.bare)}>
          <Shown key={`${person.id}/${place.app}`} person={person} world={world.data} />
        </main>
        {!place.clean && isTrying && <TryThis person={person} people={everybody} onClose={() => setTrying(false)} />}
      </div>
    </div>
  );
}

/** Nobody chosen yet: the first in the list, a coordinator. */
function useChosenPerson(people: readonly ShownPerson[]): ShownPerson | undefined {
  const [place, go] = usePlace();
  const first = people[0];
  const chosen = people.find(({ id }) => id === place.person);
  const isNobody = place.person === '' || (people.length > 0 && !chosen);
  useEffect(() => {
    if (first && isNobody) go({ person: first.id, lang: first.language as Place['lang'] });
  }, [first, isNobody, go]);
  return chosen;
}

function Shown({ person, world }: { readonly person: ShownPerson; readonly world: World }): ReactNode {
  const [{ app }] = usePlace();
  switch (app) {
    case 'chat':
      return <Chat person={person} world={world} />;
    case 'tab':
      return <TabApp person={person} world={world} />;
    case 'channels':
      return <Channels world={world} />;
    case 'mail':
      return <Mail person={person} />;
    case 'calendar':
      return <CalendarView person={person} />;
    default:
      return app satisfies never;
  }
}
