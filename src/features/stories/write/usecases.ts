/** Writing a story: a draft of one, then the question to the other. Other words are a new version, and end what was agreed to the former. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { organisationZone } from '../../../platform/zone.ts';
import { membersOf, partnerOf } from '../../pairs/model.ts';
import { findPair, pairFor } from '../../pairs/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { noteAsked, requireRoom } from '../../recognition/load/usecases.ts';
import type { Consent, Story, StoryDraft, Terms } from '../model.ts';
import { mayWriteStory } from '../policy.ts';
import { requireKept } from '../protecting/usecases.ts';
import { missingOf, sameTerms, sameWords } from '../rules.ts';
import { consents, stories, wordings } from '../store.ts';
import { storyIdOf } from '../usecases.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

/** Keeps a draft; `ask` gives it to the partner to read and agree to. */
export async function writeStory(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  { draft, ask }: { draft: StoryDraft; ask: boolean },
): Promise<Story> {
  const { value: pair } = await pairFor(deps, caller.personId, at.programmeId, at.pairId);
  if (pair.activeAt === undefined) throw new Failure('gone', 'pair-not-active');
  if (ask) requireWhole(draft);
  if (ask) requireToCome(deps, draft.until);
  const storyId = storyIdOf(at.pairId);
  const [row, ledger] = await Promise.all([
    stories.find(deps.tables, at.programmeId, storyId),
    consents.list(deps.tables, at.programmeId, storyId),
  ]);
  if (row && row.value.authorId !== caller.personId && row.value.state !== 'withdrawn')
    throw new Failure('conflict', 'partner-writes');
  if (row?.value.authorId === caller.personId && !mayWriteStory(caller.personId, row.value))
    throw new Failure('conflict', 'story-moved-on');
  if (row && ask && isSameAsk(row.value, draft)) return row.value;
  const [now, partnerId] = [deps.clock.now(), partnerOf(pair, caller.personId)];
  // The partner's own words stay theirs; they are asked about them again with the rest.
  const voice = row?.value.authorId === caller.personId ? row.value.voice : undefined;
  const { kept = [], ...words } = draft;
  if (ask) await requireKept(deps, caller.personId, pair, { ...words, voice, kept });
  const next: Story = {
    ...words,
    ...(kept.length > 0 ? { keptBy: [{ by: caller.personId, keys: kept }] } : {}),
    ...{ id: storyId, programmeId: at.programmeId, pairId: at.pairId, authorId: caller.personId, partnerId },
    ...{ state: ask ? 'asked' : 'draft', version: versionAfter(row?.value), changedAt: now },
    ...(voice === undefined ? {} : { voice }),
    ...(ask ? { waitsFor: partnerId } : {}),
  };
  await deps.outbox.commit(
    [storyChange(row, next), ...endAll(ledger, now), ...(ask ? asked(next, draft, now) : [])],
    ask ? [askTask(next)] : [],
  );
  return next;
}

const asked = (next: Story, draft: StoryDraft, now: number): Change[] => [
  wordingChange(next, now),
  agree(next, next.authorId, draft, { now, ledger: [] }),
];

function requireWhole(draft: StoryDraft): void {
  const fields = missingOf(draft);
  if (fields.length > 0) throw new Failure('bad-input', 'story-too-short', { fields });
}

/** A last day that is over already would be a consent to nothing. */
export function requireToCome(deps: Platform, until: string | undefined): void {
  if (until === undefined || until >= localDate(deps.clock.now(), organisationZone)) return;
  throw new Failure('bad-input', 'until-over', { fields: [{ field: 'until', reason: 'until-over' }] });
}

/** Pressed twice: the same words are under way already. */
function isSameAsk(before: Story, draft: StoryDraft): boolean {
  return before.state === 'asked' && sameWords(before, draft) && sameTerms(before, draft);
}

/** Each question to the partner is a version of its own, also by way of a draft: consents hold for one, and stay in the ledger. */
function versionAfter(before: Story | undefined): number {
  if (!before) return 1;
  return before.state === 'draft' ? before.version : before.version + 1;
}

export function storyChange(row: Row<Story> | undefined, next: Story): Change {
  return row ? stories.replace(row, next) : stories.create(next.programmeId, next.id, next);
}

/** The words as somebody agrees to them. */
export function wordingChange(one: Story, now: number): Change {
  const { id: storyId, programmeId, version, title, parts, voice, picture } = one;
  return wordings.create(programmeId, [storyId, `v${version}`], {
    ...{ storyId, version, title, parts, at: now },
    ...(voice === undefined ? {} : { voice }),
    ...(picture === undefined ? {} : { picture }),
  });
}

/** What was agreed to other words, or on other terms, has ended. */
export function endAll(ledger: readonly Row<Consent>[], now: number): Change[] {
  return ledger
    .filter(({ value }) => value.endedAt === undefined)
    .map((row) => consents.replace(row, { ...row.value, endedAt: now }));
}

/** A new entry of the ledger: this person, to this version, on these terms. Earlier ones of theirs only give it its number. */
export function agree(
  one: Story,
  personId: string,
  { reach, named, until }: Terms,
  { now, ledger }: { readonly now: number; readonly ledger: readonly Row<Consent>[] },
): Change {
  const theirs = ledger.filter(({ value }) => value.personId === personId && value.version === one.version);
  const entry: Consent = {
    ...{ storyId: one.id, personId, version: one.version, reach, named, givenAt: now },
    ...(until === undefined ? {} : { until }),
  };
  return consents.create(one.programmeId, [one.id, personId, `v${one.version}-${theirs.length + 1}`], entry);
}

/** Whoever has to read it is asked by a card. */
export function askTask({ programmeId, id, version, waitsFor = '', changedAt }: Story): NewTask {
  const taskId = idOf('stories.ask', id, waitsFor, String(version), String(changedAt));
  return { id: taskId, job: 'stories.ask', data: { programmeId, storyId: id } };
}

/** A coordinator asks both of a pair for their story; asking twice is asking once. */
export async function askForStory(deps: Platform, caller: Caller, at: PairAddress): Promise<void> {
  await coordinatedProgramme(deps, caller, at.programmeId);
  const pair = await findPair(deps, at.programmeId, at.pairId);
  if (!pair || pair.activeAt === undefined) throw new Failure('not-found', 'pair-gone');
  const both = membersOf(pair);
  await requireRoom(deps, at.programmeId, both);
  const now = deps.clock.now();
  await deps.tables.commit(
    both.map((personId) => noteAsked(at.programmeId, pair.id, { personId, kind: 'story', at: now })),
  );
  for (const personId of both) {
    const id = idOf('stories.invite', pair.id, personId);
    await deps.outbox.ask('programmes', at.programmeId, { id, job: 'stories.invite', data: { ...at, personId } });
  }
}
