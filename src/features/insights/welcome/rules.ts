/** For whom the first look around stops where, and which changes somebody has not read yet. */
import { isLiving, type PairView } from '../../pairs/model.ts';
import { pairPath } from '../rules.ts';
import { versions, type ChangeLine, type Readers, type Stop } from './model.ts';

type OwnPair = Pick<PairView, 'programmeId' | 'id' | 'side' | 'state'>;

/** What is next for them first, help last; at most seven, also for whoever is everything at once. */
export function stopsFor(roles: readonly string[], pairs: readonly OwnPair[]): Stop[] {
  const inCharge: Stop[] = [
    ...(roles.includes('Coordinator') ? [stop('programmes', '/programmes'), stop('surveys', '/surveys')] : []),
    ...(roles.includes('Administrator')
      ? [stop('beginning', '/installation/beginning'), stop('installation', '/installation'), stop('papers', '/papers')]
      : []),
    ...(roles.includes('Adviser') ? [stop('requests', '/private-talk/requests')] : []),
  ];
  return [stop('mine', '/'), ...(inCharge.length > 0 ? inCharge : takingPart(pairs)), stop('help', '/help')];
}

function takingPart(pairs: readonly OwnPair[]): Stop[] {
  const living = pairs.find(isLiving);
  if (!living) return [stop('begin', '/'), stop('stories', '/stories')];
  return [stop(living.side, pairPath(living.programmeId, living.id)), stop('courses', '/courses')];
}

const stop = (name: Stop['name'], path: string): Stop => ({ name, path });

export interface VersionChanges {
  readonly version: string;
  readonly lines: readonly ChangeLine[];
}

/** What of each version concerns somebody with these roles; a version of which nothing does is left out. */
export function changesFor(roles: readonly string[]): VersionChanges[] {
  const concerns = (readers: Readers): boolean => readers === 'everybody' || roles.includes(readers);
  return versions
    .map(({ version, changes }) => ({
      version,
      lines: changes.filter((one) => concerns(one.for)).map(({ line }) => line),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** Of these, what came after the version that was read last; all of the newest where it is no longer in the list. */
export function unreadOf(changes: readonly VersionChanges[], read: string | undefined): VersionChanges[] {
  const known = versions.findIndex(({ version }) => version === read);
  const newer = new Set<string>(versions.slice(0, known < 0 ? 1 : known).map(({ version }) => version));
  return changes.filter(({ version }) => newer.has(version));
}
