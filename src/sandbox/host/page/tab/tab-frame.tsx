/** The product's tab in an iframe, as Teams would frame it. */
import { makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ShownPerson, World } from '../control.ts';
import { botName } from '../face.tsx';
import { followLink } from '../links.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';
import { serveFrame, type FrameWish } from './teams-host.ts';

const useStyles = makeStyles({
  place: { position: 'relative', height: '100%' },
  frame: { display: 'block', width: '100%', height: '100%', border: 'none' },
  waiting: { position: 'absolute', inset: 0, pointerEvents: 'none' },
});

export interface FrameProps {
  readonly person: ShownPerson;
  readonly world: World;
  /** The address of a dialog; the tab's own start otherwise. */
  readonly url?: string;
  readonly onSubmit?: (result: unknown) => void;
}

export function TabFrame(props: FrameProps): ReactNode {
  const [{ lang, tab, path }] = usePlace();
  // In another language, or by another link, Teams loads the tab anew.
  return <LoadedFrame key={`${lang}${props.url ?? `${tab}${path}`}`} {...props} />;
}

function LoadedFrame({ person, world, url, onSubmit }: FrameProps): ReactNode {
  const styles = useStyles();
  const [place, go] = usePlace();
  const [isReady, setReady] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const isTab = url === undefined;
  const wish: FrameWish = {
    world,
    person,
    theme: place.theme,
    language: place.lang,
    tab: place.tab,
    path: isTab ? place.path : '',
    context: isTab ? 'content' : 'task',
    onSubmit: (result) => onSubmit?.(result),
    onLink: (link) => followLink(link, world, go),
    onPage: (path) => go({ app: 'tab', tab: 'home', path }),
    onReady: () => setReady(true),
  };
  const current = useRef(wish);
  const host = useRef<ReturnType<typeof serveFrame>>(undefined);
  useEffect(() => {
    current.current = wish;
  });
  useEffect(() => {
    const served = serveFrame(
      () => frame.current,
      () => current.current,
    );
    host.current = served;
    return served.stop;
  }, []);
  useEffect(() => host.current?.setTheme(place.theme), [place.theme]);
  const { tabs } = world.appPackage[place.lang];
  const shown = tabs.find(({ entityId }) => entityId === place.tab) ?? tabs[0];
  return (
    <div className={styles.place}>
      {!isReady && <Spinner className={styles.waiting} label={say(place.lang, 'loading')} />}
      <iframe ref={frame} title={botName} className={styles.frame} src={url ?? world.app + (shown?.path ?? '/tab/')} />
    </div>
  );
}
