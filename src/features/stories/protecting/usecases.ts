/** The verbs of the check: of a draft for the two who tell, of what was kept for whoever looks at a story; and no yes while something strong is open. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { findPair, pairFor } from '../../pairs/usecases.ts';
import { everybodyAsRead, type Colleague } from '../../people/everybody/usecases.ts';
import type { Person } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { coordinatedProgramme, findProgramme } from '../../programmes/usecases.ts';
import type { AnswerDraft, Story, StoryDraft, TermsDraft } from '../model.ts';
import { consentOf, otherOf } from '../rules.ts';
import { storyFor, type KnownStory } from '../usecases.ts';
import { directoryOf, nameParts, type Directory } from './directory/rules.ts';
import { keysOf } from './keeping/rules.ts';
import { phraseKey } from './lists/rules.ts';
import type { Checked, CheckDraft, Finding, KeptFinding, Texts } from './model.ts';
import type { Close } from './names/rules.ts';
import { findingsIn, openOf, type Facts, type Reading } from './rules.ts';
import { hintsIn } from './tone/rules.ts';

const kept = new WeakMap<readonly Colleague[], Directory>();

/** As this process last read the directory: taken apart once for all who write until it is read anew. */
async function directoryAsRead(deps: Platform): Promise<Directory> {
  const people = await everybodyAsRead(deps);
  const directory = kept.get(people) ?? directoryOf(people);
  kept.set(people, directory);
  return directory;
}

interface Two {
  readonly programmeId: string;
  readonly ownId: string;
  readonly otherId: string;
  readonly side: Facts['side'];
}

/** Held against the organisation, with the eyes of one of the two. */
async function factsFor(deps: Platform, { programmeId, ownId, otherId, side }: Two): Promise<Facts> {
  const [directory, people, programme] = await Promise.all([
    directoryAsRead(deps),
    findPeople(deps, [ownId, otherId]),
    findProgramme(deps, programmeId),
  ]);
  const two = [people.get(ownId), people.get(otherId)].flatMap((one) => one ?? []);
  const managers = await findPeople(
    deps,
    two.flatMap(({ managerId }) => managerId ?? []),
  );
  const close = [
    ...closeTo(people.get(ownId), 'own-name'),
    ...closeTo(people.get(otherId), 'partner-name'),
    ...[...managers.values()].flatMap((one) => closeTo(one, 'manager-name')),
  ];
  const own = two.flatMap(({ department, site }) =>
    department === undefined ? [] : [{ department: phraseKey(department), site: phraseKey(site ?? '') }],
  );
  const calm = new Set([...nameParts(programme?.name ?? ''), ...two.flatMap(organisationOf)]);
  return { directory, close, calm, own, side };
}

const closeTo = (one: Person | undefined, why: Close['why']): Close[] =>
  one ? [{ parts: nameParts(`${one.name} ${one.givenName ?? ''}`), why }] : [];

/** What the organisation calls itself stands in the addresses. */
const organisationOf = ({ mail }: Person): string[] => (mail ?? '').split('@')[1]?.split('.').slice(0, -1) ?? [];

/** For the two only. Failure `not-found`. */
export async function checkStory(
  deps: Platform,
  caller: Caller,
  at: { readonly programmeId: string; readonly pairId: string },
  draft: CheckDraft,
): Promise<Checked> {
  const { value: pair } = await pairFor(deps, caller.personId, at.programmeId, at.pairId);
  const facts = await factsFor(deps, twoOf(pair, caller.personId));
  const reading = readingOf(draft, draft.otherNamed);
  return { findings: findingsIn(draft.texts, reading, facts), hints: hintsIn(draft.texts, draft.language) };
}

function twoOf(pair: Pair, ownId: string): Two {
  const otherId = partnerOf(pair, ownId);
  return { programmeId: pair.programmeId, ownId, otherId, side: pair.mentorId === otherId ? 'mentor' : 'mentee' };
}

/** While the other one has not been asked, the writer's own word counts for both. */
function readingOf({ language, named }: Pick<CheckDraft, 'language' | 'named'>, otherNamed = named): Reading {
  const whose = [...(named ? ['own-name' as const] : []), ...(otherNamed ? ['partner-name' as const] : [])];
  return { language, named: new Set(whose), isNameless: !named || !otherNamed };
}

type Asked = Pick<StoryDraft, 'title' | 'parts' | 'language' | 'named'> & {
  readonly voice: string | undefined;
  readonly kept: readonly string[];
};

/** Before the other one is asked. Failure `bad-input` with the parts in which something strong stands that nobody decided about. */
export async function requireKept(deps: Platform, ownId: string, pair: Pair, asked: Asked): Promise<void> {
  const facts = await factsFor(deps, twoOf(pair, ownId));
  refuseOpen(openOf(findingsIn(textsOf(asked), readingOf(asked), facts), asked.kept));
}

type Agreeing = Extract<AnswerDraft, { said: 'agree' }> | TermsDraft;

/** Before somebody agrees, or agrees anew without the name: their own word about what is strong, also where the other one gave theirs. */
export async function requireKeptOf(
  deps: Platform,
  ownId: string,
  { row, ledger }: KnownStory,
  terms: Agreeing,
): Promise<void> {
  const one = row.value;
  const otherId = otherOf(one, ownId);
  const pair = await findPairOf(deps, one);
  const facts = await factsFor(deps, twoOf(pair, ownId));
  const given = consentOf(
    one,
    otherId,
    ledger.map(({ value }) => value),
  );
  const voice = 'voice' in terms ? (terms.voice ?? one.voice) : one.voice;
  const reading = readingOf({ language: one.language, named: terms.named }, given?.named ?? true);
  const findings = findingsIn(textsOf({ ...one, voice }), reading, facts);
  refuseOpen(openOf(findings, [...keysOf(one, ownId), ...(terms.kept ?? [])]));
}

/** Of a story whose teller was let in before. */
async function findPairOf(deps: Platform, one: Story): Promise<Pair> {
  const pair = await findPair(deps, one.programmeId, one.pairId);
  if (!pair) throw new Failure('not-found', 'pair-gone');
  return pair;
}

const textsOf = ({ title, parts, voice }: Pick<Asked, 'title' | 'parts' | 'voice'>): Texts => ({
  ...{ title, ...parts },
  ...(voice === undefined ? {} : { voice }),
});

function refuseOpen(open: readonly Finding[]): void {
  if (open.length === 0) return;
  const fields = [...new Set(open.map(({ part }) => part))].map((field) => ({ field, reason: 'tells-who' }));
  throw new Failure('bad-input', 'tells-who', { fields });
}

/** For coordinators: what in a story that both agreed to could tell who, and what the two said that it may. Whose name it is stays untold. */
export async function storyFindings(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<KeptFinding[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { row, standing } = await storyFor(deps, caller, programmeId, storyId);
  const one = row.value;
  if (one.state !== 'review') throw new Failure('conflict', 'story-moved-on');
  const pair = await findPairOf(deps, one);
  const facts = await factsFor(deps, twoOf(pair, one.authorId));
  const isNamed = (personId: string): boolean => standing?.named.includes(personId) === true;
  const reading = readingOf({ language: one.language, named: isNamed(one.authorId) }, isNamed(one.partnerId));
  const keys = (one.keptBy ?? []).flatMap((line) => line.keys);
  return findingsIn(textsOf({ ...one, voice: one.voice }), reading, facts).map((finding) => ({
    ...(finding.kind === 'name' ? { ...finding, why: 'person', instead: unnamed(finding) } : finding),
    isKept: keys.includes(finding.key),
  }));
}

/** "My mentor" would tell which of the two is meant. */
const unnamed = ({ why, instead }: Finding): string[] => (why === 'person' || why === 'perhaps-name' ? instead : []);
