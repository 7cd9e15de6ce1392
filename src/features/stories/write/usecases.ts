/** Writing a story: a draft of one, then the question to the other. A change of the words ends the consents to the former ones. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { membersOf, partnerOf } from '../../pairs/model.ts';
import { findPair, pairFor } from '../../pairs/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { storyDraft, type Consent, type Story, type StoryDraft } from '../model.ts';
import { mayWriteStory } from '../policy.ts';
import { consents, stories } from '../store.ts';
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
  const row = await stories.find(deps.tables, at.programmeId, storyIdOf(at.pairId));
  if (row && row.value.authorId !== caller.personId && row.value.state !== 'withdrawn')
    throw new Failure('conflict', 'partner-writes');
  if (row?.value.authorId === caller.personId && !mayWriteStory(caller.personId, row.value))
    throw new Failure('conflict', 'story-moved-on');
  if (row && ask && isSameAsk(row.value, draft)) return row.value;
  const now = deps.clock.now();
  const next: Story = {
    ...draft,
    ...{ id: storyIdOf(at.pairId), programmeId: at.programmeId, pairId: at.pairId },
    ...{ authorId: caller.personId, partnerId: partnerOf(pair, caller.personId), state: ask ? 'asked' : 'draft' },
    ...{ version: versionAfter(row?.value), partnerNamed: false, changedAt: now },
  };
  await deps.outbox.commit(
    [storyChange(row, next), ...(ask ? [consentChange(next, caller.personId, draft.named, now)] : [])],
    ask ? [askTask(next)] : [],
  );
  return next;
}

function requireWhole(draft: StoryDraft): void {
  const { error } = storyDraft.safeParse(draft);
  if (!error) return;
  const fields = [...new Set(error.issues.map((issue) => issue.path.join('.')))];
  const reasonOf = (field: string): string => (field === 'title' ? 'title-too-short' : 'story-too-short');
  throw new Failure('bad-input', 'story-too-short', {
    fields: fields.map((field) => ({ field, reason: reasonOf(field) })),
  });
}

/** Pressed twice: the same words are under way already. */
function isSameAsk(before: Story, { title, text, named }: StoryDraft): boolean {
  return before.state === 'asked' && before.title === title && before.text === text && before.named === named;
}

/** Each question to the partner is a version of its own, also by way of a draft: consents hold for one, and stay in the ledger. */
function versionAfter(before: Story | undefined): number {
  if (!before) return 1;
  return before.state === 'draft' ? before.version : before.version + 1;
}

export function storyChange(row: Row<Story> | undefined, next: Story): Change {
  return row ? stories.replace(row, next) : stories.create(next.programmeId, next.id, next);
}

/** An entry of the ledger: this person, to this version, with or without the name. */
export function consentChange(one: Story, personId: string, named: boolean, now: number): Change {
  const entry: Consent = {
    storyId: one.id,
    personId,
    version: one.version,
    named,
    scope: 'tab-and-channel',
    givenAt: now,
  };
  return consents.create(one.programmeId, [one.id, personId, `v${one.version}`], entry);
}

function askTask({ programmeId, id, version, partnerId, changedAt }: Story): NewTask {
  const taskId = idOf('stories.ask', id, partnerId, String(version), String(changedAt));
  return { id: taskId, job: 'stories.ask', data: { programmeId, storyId: id } };
}

/** A coordinator asks both of a pair for their story; asking twice is asking once. */
export async function askForStory(deps: Platform, caller: Caller, at: PairAddress): Promise<void> {
  await coordinatedProgramme(deps, caller, at.programmeId);
  const pair = await findPair(deps, at.programmeId, at.pairId);
  if (!pair || pair.activeAt === undefined) throw new Failure('not-found', 'pair-gone');
  for (const personId of membersOf(pair)) {
    const id = idOf('stories.invite', pair.id, personId);
    await deps.outbox.ask('programmes', at.programmeId, { id, job: 'stories.invite', data: { ...at, personId } });
  }
}
