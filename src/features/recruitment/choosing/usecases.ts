/** The verbs about choosing: write criteria, decide about each application, send all answers at once. Telling people is in `telling/`. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf, newId } from '../../../platform/ids.ts';
import type { Row } from '../../../platform/tables.ts';
import { findPeople } from '../../people/usecases.ts';
import { cardOf } from '../../people/model.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { findParticipants, type Knowing } from '../../surveys/audience/usecases.ts';
import { isSent, sides, type Side } from '../model.ts';
import type { Applying } from '../rounds/model.ts';
import { applyingAt, isMatched, numberOf } from '../rounds/rules.ts';
import { applications, applied } from '../store.ts';
import { roundOf } from '../usecases.ts';
import {
  criteriaLeast,
  nothingChosen,
  type Choice,
  type ChoiceDraft,
  type ChoiceLine,
  type Choosing,
  type ChoosingPage,
  type CriteriaDraft,
} from './model.ts';
import { hindranceOf, identityIn, sideLineOf, whoseTurn, writingOf, type SideFacts } from './rules.ts';
import { choices, choosings } from './store.ts';

interface Place {
  readonly programme: Programme;
  readonly round: number;
  readonly applying: Applying;
  readonly row: Row<Choosing> | undefined;
  readonly kept: Choosing;
  readonly matched: boolean;
}

async function placeOf(deps: Knowing, caller: Caller, programmeId: string): Promise<Place> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const found = await roundOf(deps, programmeId);
  const round = numberOf(found);
  const row = await choosings.find(deps.tables, programmeId, String(round));
  const applying = applyingAt(programme.stage, found, localDate(deps.clock.now(), programme.zone));
  const kept = row?.value ?? nothingChosen;
  return { programme, round, applying, row, kept, matched: isMatched(programme.stage, found) };
}

async function factsOf(deps: Knowing, { programme, round, applying, kept, matched }: Place): Promise<SideFacts> {
  const [applications, participants, decided] = await Promise.all([
    applied(deps.tables, programme.id),
    findParticipants(deps, programme.id),
    choices.list(deps.tables, programme.id, String(round)),
  ]);
  const made = decided.map(({ value }) => value);
  return { applications, participants, choices: made, limits: kept.limits, applying, kept, matched };
}

export async function choosingPageOf(deps: Knowing, caller: Caller, programmeId: string): Promise<ChoosingPage> {
  const place = await placeOf(deps, caller, programmeId);
  const facts = await factsOf(deps, place);
  const { programme, applying, kept } = place;
  const lines = sides.map((side) => sideLineOf(side, facts));
  const shown = lines.filter(({ stands }) => stands === 'choose' || stands === 'sent').map(({ side }) => side);
  return {
    ...{ language: programme.language, criteria: kept.criteria, limits: kept.limits, sides: lines },
    writing: writingOf(kept, applying, programme.stage),
    lines: (await Promise.all(shown.map((side) => linesOf(deps, side, { facts, caller, place })))).flat(),
  };
}

interface Shown {
  readonly facts: SideFacts;
  readonly caller: Caller;
  readonly place: Place;
}

/** Once all are answered the reasons stay to be read, of those who were decided. */
async function linesOf(deps: Knowing, side: Side, { facts, caller, place }: Shown): Promise<ChoiceLine[]> {
  const decided = new Set(facts.choices.filter((one) => one.side === side).map(({ personId }) => personId));
  const asked =
    place.kept.sentAt === undefined
      ? whoseTurn(side, facts)
      : (await applications.list(deps.tables, place.programme.id))
          .map(({ value }) => value)
          .filter((one) => isSent(one) && decided.has(one.personId));
  const made = new Map(facts.choices.filter((one) => one.side === side).map((one) => [one.personId, one]));
  const people = await findPeople(deps, [
    ...asked.map(({ personId }) => personId),
    ...[...made.values()].map(({ by }) => by),
  ]);
  const chance = ({ personId }: { personId: string }): string =>
    idOf('choosing.order', place.programme.id, String(place.round), personId);
  return asked
    .toSorted((a, b) => (chance(a) < chance(b) ? -1 : 1))
    .flatMap(({ personId, answers, waited }) => {
      const person = people.get(personId);
      if (!person) return [];
      const { languages, hoursAMonth } = answers;
      const topics = (side === 'mentee' ? answers.sought : answers.offered).map(({ topic }) => topic);
      const one = made.get(personId);
      const decision = one && {
        ...{ chosen: one.chosen, criterionId: one.criterionId, mine: one.by === caller.personId },
        by: people.get(one.by)?.name ?? '…',
        ...(one.sentence === undefined ? {} : { sentence: one.sentence }),
      };
      const line = { person: cardOf(person), side, topics, languages, hoursAMonth, waited };
      return [{ ...line, ...(decision ? { decision } : {}) }];
    });
}

/** Failure `conflict` once somebody looked or the last day is over; `bad-input` for fewer than two, or one that names who somebody is. */
export async function writeCriteria(
  deps: Knowing,
  caller: Caller,
  programmeId: string,
  draft: CriteriaDraft,
): Promise<void> {
  const { programme, round, applying, row, kept } = await placeOf(deps, caller, programmeId);
  const writing = writingOf(kept, applying, programme.stage);
  if (writing !== 'may') throw new Failure('conflict', writing === 'read' ? 'criteria-read' : 'criteria-late');
  requireFair(draft, programme.language);
  const next: Choosing = {
    criteria: draft.criteria.map(({ words }, at) => ({ id: kept.criteria[at]?.id ?? newId(), words })),
    ...{ limits: draft.limits, writtenAt: deps.clock.now(), writtenBy: caller.personId },
  };
  const object = `programme:${programmeId}`;
  await deps.audit.note({ who: caller.personId, what: 'choice.criteria', object, outcome: String(round) });
  const change = row ? choosings.replace(row, next) : choosings.create(programmeId, String(round), next);
  await deps.tables.commit([change]).catch((error: unknown) => {
    throw isFailure(error, 'conflict') ? new Failure('conflict', 'criteria-changed', { cause: error }) : error;
  });
}

function requireFair({ criteria }: CriteriaDraft, binding: Programme['language']): void {
  if (criteria.length < criteriaLeast)
    throw new Failure('bad-input', 'criteria-too-few', { fields: [{ field: 'criteria', reason: 'criteria-too-few' }] });
  const fields = criteria.flatMap(({ words }, at) => {
    const empty = (words[binding] ?? '').length < 3;
    const named = identityIn(words);
    return [
      ...(empty ? [{ field: `criteria.${at}.${binding}`, reason: 'criterion-empty' }] : []),
      ...(named ? [{ field: `criteria.${at}.${named.language}`, reason: 'criterion-identity' }] : []),
    ];
  });
  if (fields.length > 0)
    throw new Failure(
      'bad-input',
      fields.some(({ reason }) => reason === 'criterion-identity') ? 'criterion-identity' : 'criterion-empty',
      { fields },
    );
}

/**
 * Yes or no to one application, with a criterion as the reason. Who decided can change it until everybody is answered; a colleague
 * who decides otherwise is refused (Failure `conflict`), one who decides the same changes nothing.
 */
export async function decide(
  deps: Knowing,
  caller: Caller,
  at: { readonly programmeId: string; readonly side: Side; readonly personId: string },
  draft: ChoiceDraft,
): Promise<void> {
  const { programmeId, side, personId } = at;
  const place = await placeOf(deps, caller, programmeId);
  const facts = await factsOf(deps, place);
  requireChoice(side, facts);
  if (!whoseTurn(side, facts).some((one) => one.personId === personId))
    throw new Failure('not-found', 'application-gone');
  if (!place.kept.criteria.some(({ id }) => id === draft.criterionId)) throw new Failure('bad-input', 'criterion-gone');
  const key = [String(place.round), side, personId];
  const row = await choices.find(deps.tables, programmeId, ...key);
  if (row && row.value.by !== caller.personId) return requireSame(row.value, draft);
  const object = `programme:${programmeId}`;
  const outcome = `${side}-${draft.chosen ? 'yes' : 'no'}`;
  await deps.audit.note({ who: caller.personId, what: 'choice.made', object, about: personId, outcome });
  const next: Choice = { ...draft, personId, side, round: place.round, by: caller.personId, at: deps.clock.now() };
  await deps.tables
    .commit([row ? choices.replace(row, next) : choices.create(programmeId, key, next)])
    .catch(async (error: unknown) => {
      const now = await choices.find(deps.tables, programmeId, ...key);
      if (!isFailure(error, 'conflict') || !now) throw error;
      requireSame(now.value, draft);
    });
}

function requireSame(made: Choice, { chosen }: ChoiceDraft): void {
  if (made.chosen !== chosen) throw new Failure('conflict', 'decided-otherwise');
}

/** Failure `conflict` that says why there is nothing to choose. */
function requireChoice(side: Side, facts: SideFacts): void {
  const { stands } = sideLineOf(side, facts);
  if (stands !== 'choose') throw new Failure('conflict', `choice-${stands}`);
}

/** All answers in one press, once everybody is decided. Failure `conflict` that says what is missing; sent twice it is once. */
export async function sendChoices(deps: Knowing, caller: Caller, programmeId: string): Promise<void> {
  const place = await placeOf(deps, caller, programmeId);
  const { row, kept, round } = place;
  if (kept.sentAt !== undefined) return;
  const facts = await factsOf(deps, place);
  const wanted = sides.filter((side) => sideLineOf(side, facts).stands === 'choose');
  if (!row || wanted.length === 0) throw new Failure('conflict', `choice-${sideLineOf('mentee', facts).stands}`);
  for (const side of wanted) {
    const hindrance = hindranceOf(side, facts);
    if (hindrance) throw new Failure('conflict', hindrance);
  }
  const object = `programme:${programmeId}`;
  await deps.audit.note({ who: caller.personId, what: 'choice.sent', object, outcome: String(round) });
  const next: Choosing = { ...kept, sentAt: deps.clock.now(), sentBy: caller.personId };
  const data = { programmeId, round: String(round) };
  const task = {
    id: idOf('recruitment.answer-choices', programmeId, data.round),
    job: 'recruitment.answer-choices',
    data,
  };
  await deps.outbox.commit([choosings.replace(row, next)], [task]);
}
