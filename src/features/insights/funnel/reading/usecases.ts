/** Which step everybody of a programme has taken, and by which source they came: sets of ids, for counting alone. */
import type { Platform } from '../../../../platform/platform.ts';
import { wasHeld } from '../../../meetings/model.ts';
import { meetings } from '../../../meetings/store.ts';
import { membersOf, type Pair } from '../../../pairs/model.ts';
import { lastedToTheEnd } from '../../../pairs/rules.ts';
import { pairsOfProgramme } from '../../../pairs/usecases.ts';
import { sentAbout } from '../../../people/messages/usecases.ts';
import type { Programme } from '../../../programmes/model.ts';
import { networkNames } from '../../../recruitment/networks/usecases.ts';
import { lastArrivals, sourcesOf } from '../../../recruitment/sources/usecases.ts';
import { applications } from '../../../recruitment/store.ts';
import { ownPathIn } from '../../../training/role-paths/usecases.ts';
import { isPathDone } from '../../../training/rules.ts';
import { trained } from '../../../training/store.ts';
import type { Source, SourceChannel } from '../../../recruitment/sources/model.ts';
import { furthestOf, type Belongs, type Furthest, type Parting } from '../rules.ts';

export interface Steps {
  readonly furthest: Furthest;
  readonly sourceOf: Parting;
}

export async function readSteps(deps: Platform, programme: Programme): Promise<Steps> {
  const { id } = programme;
  const [sent, arrived, sources, networks, applying, courses, own, pairs, met] = await Promise.all([
    sentAbout(deps, 'programmes', id),
    lastArrivals(deps, id),
    sourcesOf(deps, id),
    networkNames(deps),
    applications.list(deps.tables, id),
    trained.list(deps.tables, id),
    ownPathIn(deps, programme),
    pairsOfProgramme(deps, id),
    pairsThatMet(deps, id),
  ]);
  const started = applying.map((row) => row.value);
  const applied = started.filter((one) => one.appliedAt !== undefined);
  const done = new Set(courses.map(({ key }) => key.join('.')));
  const isTrained = ({ personId, answers }: (typeof applied)[number]): boolean =>
    isPathDone(answers.role, own, (course) => done.has(`${personId}.${course}`));
  const began = pairs.filter(({ activeAt }) => activeAt !== undefined);
  const invited = sent.filter(({ kind, state }) => invitationKinds.has(kind) && isDelivered.has(state));
  const ids = (some: readonly { personId: string }[]): string[] => some.map(({ personId }) => personId);
  const members = (some: readonly Pair[]): string[] => some.flatMap((one) => [...membersOf(one)]);
  const furthest = furthestOf({
    ...{ reached: ids(invited), followed: ids(arrived), started: ids(started), applied: ids(applied) },
    ...{ trained: ids(applied.filter(isTrained)), matched: members(began) },
    met: members(began.filter((one) => met.has(one.id))),
    completed: members(began.filter((one) => lastedToTheEnd(one, programme, deps.clock.now()))),
  });
  // What an application was begun by counts, also when that is unknown: what somebody looks at later began nothing.
  const arrivedBy = new Map(arrived.map(({ personId, code }) => [personId, code]));
  const begunBy = new Map(started.map(({ personId, source }) => [personId, source]));
  const codeOf = (personId: string): string | undefined =>
    begunBy.has(personId) ? begunBy.get(personId) : arrivedBy.get(personId);
  // A network's links name it by its id, so that they stay when it is called otherwise.
  const nameIn = ({ channel, name = '' }: Source): Belongs =>
    channel === 'network' || channel === 'association'
      ? named(channel, networks.get(name))
      : // Stories count together: which pair brought whom is no figure of the programme.
        named(channel, channel === 'story' ? '' : name);
  const byCode = new Map(sources.map((one) => [one.code, nameIn(one)]));
  const byMessage = new Map(invited.map(({ personId, by }) => [personId, named(by === 'mail' ? 'mail' : 'chat')]));
  return {
    furthest,
    sourceOf: (personId) => {
      const came = byCode.get(codeOf(personId) ?? '');
      // Of whoever did nothing after a message only the message is known; whoever came without a code is unknown.
      const reachedOnly = furthest.get(personId) === 0 ? byMessage.get(personId) : undefined;
      return came ?? reachedOnly ?? { key: 'unknown', name: { kind: 'unknown' } };
    },
  };
}

const invitationKinds: ReadonlySet<string> = new Set(['recruitment.send-invitation', 'recruitment.send-mail']);
const isDelivered: ReadonlySet<string> = new Set(['arrived', 'in-tab']);

/** The languages of one form count together: the cut by language is another one. */
function named(channel: SourceChannel, name = ''): Belongs {
  const kind = 'source' as const;
  return { key: `${channel} ${name}`, name: { kind, channel, ...(name === '' ? {} : { name }) } };
}

async function pairsThatMet(deps: Platform, programmeId: string): Promise<ReadonlySet<string>> {
  const now = deps.clock.now();
  const rows = await meetings.list(deps.tables, programmeId);
  return new Set(rows.flatMap(({ value }) => (wasHeld(value, now) ? [value.pairId] : [])));
}
