/** "My mentoring": what is next first, then what is mine; for whoever has nothing yet, what mentoring is and how it begins. */
import { useQuery } from '@tanstack/react-query';
import { HandshakeRegular } from '@fluentui/react-icons/svg/handshake';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { ButtonLink } from '../../ui/button.tsx';
import { useRoles } from '../../ui/roles.ts';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded, Waiting } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import type { Preferences } from '../people/model.ts';
import { findHome } from './client.ts';
import { Next } from './components/next.tsx';
import type { Home } from './model.ts';
import { useTouring } from './welcome/components/touring.ts';
import { greetingFor } from './welcome/model.ts';
import { say } from './words.ts';

/** After what comes next, which is what people come for. */
const fetchMine = () => import('./components/mine.tsx');
const Mine = lazy(async () => ({ default: (await fetchMine()).Mine }));
/** For whoever is new, or has not read what changed: seldom, so it travels only then. */
const Greeting = lazy(async () => ({ default: (await import('./welcome/components/greeting.tsx')).Greeting }));
/** For the few who coordinate or administer. */
const InCharge = lazy(async () => ({ default: (await import('./components/in-charge.tsx')).InCharge }));
/** At the foot, and seldom changed: a moment after all the rest. */
const Settings = lazy(async () => ({ default: (await import('./components/settings.tsx')).Settings }));
const settingsAfterMs = 300;

/** The roles that have something to look after on this page. */
const inCharge = ['Coordinator', 'Administrator'];

export default function HomePage(): ReactNode {
  const t = useSay(say);
  const home = useQuery({ queryKey: ['home'], queryFn: findHome });
  const roles = useRoles();
  const mine = roles.data ?? [];
  const isInCharge = mine.some((one) => inCharge.includes(one));
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    // While the answer is on its way. What fails is told where it is shown.
    fetchMine().catch(() => undefined);
  }, []);
  const hasAnswer = home.data !== undefined;
  useEffect(() => {
    if (!hasAnswer) return undefined;
    const timer = setTimeout(() => setThere(true), settingsAfterMs);
    return () => clearTimeout(timer);
  }, [hasAnswer]);
  const name = home.data?.name ?? '';
  return (
    <Page title={t('home.title')} narrow lead={<Hello name={name} />}>
      <Loaded of={home}>
        {(found) => (
          <>
            {found.next.length > 0 ? <Next steps={found.next} /> : !isInCharge && <Nothing home={found} />}
            <Suspense fallback={<Waiting lines={4} />}>{isInCharge && <InCharge roles={mine} />}</Suspense>
            <Greeted kept={found.preferences} />
            <Suspense fallback={<Waiting lines={8} />}>
              <Mine home={found} />
            </Suspense>
            {isThere && (
              <Suspense fallback={<Waiting lines={3} />}>
                <Settings kept={found.preferences} />
              </Suspense>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Keeps its lines until the name is known. */
function Hello({ name }: { readonly name: string }): ReactNode {
  const t = useSay(say);
  if (name !== '') return t('home.hello', { name });
  return (
    <span aria-hidden style={{ visibility: 'hidden' }}>
      {t('home.hello', { name: 'Dominique' })}
    </span>
  );
}

/** Decided once for each visit: what changed stays until it is closed, although it counts as read. */
function Greeted({ kept }: { readonly kept: Preferences }): ReactNode {
  const [greeting] = useState(() => greetingFor(kept));
  const isTouring = useTouring() !== undefined;
  const isOver = greeting === 'tour' && (isTouring || kept.toured === true);
  if (greeting === 'nothing' || isOver) return null;
  return (
    <Suspense fallback={<GreetingsPlace />}>
      <Greeting greeting={greeting} read={kept.changesRead} />
    </Suspense>
  );
}

/** As high as what comes there, so that nothing below it moves. */
function GreetingsPlace(): ReactNode {
  return (
    <Section>
      <Waiting lines={4} />
    </Section>
  );
}

function Nothing({ home }: { readonly home: Home }): ReactNode {
  const t = useSay(say);
  const begun = home.pairs.length > 0 || home.applications.length > 0;
  return (
    <Section>
      <Empty
        icon={<HandshakeRegular />}
        title={t(begun ? 'home.nothing' : 'home.begin')}
        text={t(begun ? 'home.nothing.text' : 'home.begin.text')}
        {...(begun ? {} : { action: <ButtonLink to="/stories">{t('home.stories')}</ButtonLink> })}
      />
    </Section>
  );
}
