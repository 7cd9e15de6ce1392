/** The channels of the teams: what the product posted to everybody. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { sayMoment } from '../../../platform/words.ts';
import { control, type Channel, type Message, type Team, type World } from './control.ts';
import { BotFace, botName } from './face.tsx';
import { followLink } from './links.ts';
import { phone } from './look.ts';
import { usePlace } from './place.ts';
import { say } from './words.ts';

const CardView = lazy(() => import('../../../ui/card-view.tsx'));

const useStyles = makeStyles({
  all: { display: 'flex', height: '100%', [phone]: { flexDirection: 'column' } },
  teams: {
    flex: '0 0 260px',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { flex: 'none', display: 'flex', gap: tokens.spacingHorizontalL, overflowX: 'auto' },
  },
  team: { margin: `${tokens.spacingVerticalS} 0`, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  channel: {
    display: 'block',
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: { backgroundColor: tokens.colorNeutralBackground1, fontWeight: tokens.fontWeightSemibold },
  page: { flex: '1 1 0', minWidth: 0, minHeight: 0, overflowY: 'auto' },
  title: {
    margin: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    fontSize: tokens.fontSizeBase400,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { padding: tokens.spacingHorizontalM },
  },
  posts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '760px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
    [phone]: { padding: tokens.spacingHorizontalM },
  },
  post: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  byline: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const useTeams = () =>
  useQuery({ queryKey: ['channels'], queryFn: () => control<Team[]>('/channels'), refetchInterval: 3000 });

/** Opens where something was posted. */
export function Channels({ world }: { readonly world: World }): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const teams = useTeams().data ?? [];
  const [chosen, setChosen] = useState<string>();
  const all = teams.flatMap(({ team, channels }) => channels.map((channel) => ({ team, channel })));
  const shown =
    all.find(({ channel }) => channel.id === chosen) ?? all.find(({ channel }) => channel.posts.length > 0) ?? all[0];
  if (!shown) return null;
  return (
    <div className={styles.all}>
      <nav className={styles.teams} aria-label={say(lang, 'app.channels')}>
        {teams.map(({ teamId, team, channels }) => (
          <section key={teamId}>
            <h2 className={styles.team}>{team}</h2>
            <ul className={styles.list}>
              {channels.map(({ id, name }) => (
                <li key={id} className={styles.item}>
                  <button
                    type="button"
                    className={mergeClasses(styles.channel, id === shown.channel.id && styles.here)}
                    {...(id === shown.channel.id ? { 'aria-current': 'page' as const } : {})}
                    onClick={() => setChosen(id)}
                  >
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <Posts key={shown.channel.id} team={shown.team} channel={shown.channel} world={world} />
    </div>
  );
}

interface PostsProps {
  readonly team: string;
  readonly channel: Channel;
  readonly world: World;
}

function Posts({ team, channel, world }: PostsProps): ReactNode {
  const styles = useStyles();
  const [{ lang }] = usePlace();
  const posts = channel.posts.filter(({ state }) => state !== 'deleted');
  return (
    <section className={styles.page}>
      <h1 className={styles.title}>{`${team} › ${channel.name}`}</h1>
      <div className={styles.posts}>
        {posts.length === 0 && <p className={styles.quiet}>{say(lang, 'channels.empty')}</p>}
        {posts.map((post) => (
          <Post key={post.id} post={post} world={world} />
        ))}
      </div>
    </section>
  );
}

function Post({ post, world }: { readonly post: Message; readonly world: World }): ReactNode {
  const styles = useStyles();
  const [{ lang }, go] = usePlace();
  return (
    <article className={styles.post}>
      <div className={styles.byline}>
        <BotFace size={32} />
        <span className={styles.name}>{botName}</span>
        <span className={styles.quiet}>{sayMoment(lang, Date.parse(post.at), 'Europe/Brussels')}</span>
      </div>
      {post.text && <p>{post.text}</p>}
      {post.card && (
        <Suspense fallback={say(lang, 'loading')}>
          <CardView card={post.card} label={post.summary ?? botName} onLink={(link) => followLink(link, world, go)} />
        </Suspense>
      )}
    </article>
  );
}
