/** The decision of people, as a coordinator writes it down with the jurors who took part in it. Nothing here chooses. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { conflictOf } from '../judging/rules.ts';
import { juryOf, noBench } from '../judging/usecases.ts';
import type { DecisionDraft, HonourEvent } from '../model.ts';
import { countSides, sidesOf } from '../nominating/rules.ts';
import { phaseOf } from '../rules.ts';
import { honourEvents } from '../store.ts';
import { coordinatedEvent, requireVersion, spreadTask, type EventAddress } from '../usecases.ts';
import { problemsOfDecision } from './rules.ts';

/** Once. Those who are honoured hear it first; of two coordinators at once one counts, and the other sees what was decided. */
export async function decide(
  deps: Platform,
  caller: Caller,
  at: EventAddress,
  { version, ...draft }: DecisionDraft & { readonly version: number },
): Promise<void> {
  const known = await coordinatedEvent(deps, caller, at);
  const { row, pairs } = known;
  const { value: event } = row;
  if (event.state === 'decided') throw new Failure('conflict', 'event-decided');
  requireVersion(row, version);
  if (phaseOf(event, deps.clock.now()) !== 'judging') throw new Failure('conflict', 'jury-not-now');
  const jury = await juryOf(deps, known, caller.personId);
  const considered = jury.considered.map((one) => ({
    ...{ id: one.id, bench: jury.benches.get(one.id) ?? noBench, sides: sidesOf(one, pairs) },
    isNear: conflictOf(caller.personId, one, jury.nearby) !== undefined,
  }));
  const present = { ...draft, with: draft.with.filter((personId) => jury.present.includes(personId)) };
  const fields = problemsOfDecision(event, present, considered);
  if (fields[0]) throw new Failure('conflict', fields[0].reason, { fields });
  const object = `programme:${at.programmeId} event:${at.eventId}`;
  await deps.audit.note({ who: caller.personId, what: 'honour.decided', object });
  for (const personId of present.with)
    await deps.audit.note({ who: caller.personId, what: 'honour.decided', object, about: personId, outcome: 'with' });
  const chosen = considered.filter(({ id }) => draft.honoured.some(({ nominationId }) => nominationId === id));
  const decided: HonourEvent = {
    ...{ ...event, state: 'decided', version: version + 1 },
    decision: { ...present, by: caller.personId, at: deps.clock.now() },
    counts: {
      nominated: countSides(considered.map(({ sides }) => sides)),
      honoured: countSides(chosen.map(({ sides }) => sides)),
    },
  };
  await deps.outbox.commit([honourEvents.replace(row, decided)], [spreadTask(decided, 'decided')]);
}
