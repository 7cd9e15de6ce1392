/** Naming a colleague. Whatever becomes of it, the answer is the same thanks: nobody learns from it who was asked, said no or applied. */
import type { Caller } from '../../../platform/doors.ts';
import { endOfDay } from '../../../platform/clock.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isCandidate } from '../../people/model.ts';
import { findPerson, whoSaidDoNotAsk } from '../../people/usecases.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import { requireOpenToPerson } from '../applying/usecases.ts';
import { setAside } from '../audiences/usecases.ts';
import type { Call } from '../model.ts';
import { applications, invitations, invitedTo } from '../store.ts';
import { latestCallOf } from '../usecases.ts';
import { mostNamed } from './model.ts';
import { nominatings } from './store.ts';

/**
 * The colleague gets the programme's latest call, once for each programme however often they are named, and within the limits
 * of every unsolicited message. Failure `conflict` for whoever has named enough.
 */
export async function nominate(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  personId: string,
): Promise<{ thanks: true }> {
  await requireOpenToPerson(deps, caller, programmeId);
  await countIn(deps, caller, programmeId);
  const call = await latestCallOf(deps, programmeId);
  if (call && personId !== caller.personId && (await mayBeAsked(deps, call, personId)))
    await inviteNamed(deps, call, personId);
  return { thanks: true };
}

async function countIn(deps: Platform, { personId, idempotencyKey: key }: Caller, programmeId: string): Promise<void> {
  const row = await nominatings.find(deps.tables, personId, programmeId);
  if (key !== undefined && row?.value.key === key) return;
  const count = (row?.value.count ?? 0) + 1;
  if (count > mostNamed) throw new Failure('conflict', 'named-enough');
  const next = { programmeId, count, ...(key === undefined ? {} : { key }) };
  await deps.tables.commit([row ? nominatings.replace(row, next) : nominatings.create(personId, programmeId, next)]);
}

/** As by a call: not who was invited before, said no to being asked, is away for the whole time, or was asked often enough this year. */
async function mayBeAsked(deps: Platform, { programmeId, closesOn }: Call, personId: string): Promise<boolean> {
  const one = await findPerson(deps, personId);
  if (!one || !isCandidate(one)) return false;
  const { zone } = await programmeOf(deps, programmeId);
  const [application, invited, unwilling, aside] = await Promise.all([
    applications.find(deps.tables, programmeId, personId),
    invitations.find(deps.tables, programmeId, personId),
    whoSaidDoNotAsk(deps, [one]),
    setAside(deps, [one], { programmeId, ends: endOfDay(closesOn, zone) }),
  ]);
  return !application && !invited && unwilling.size + aside.away.size + aside.askedEnough.size === 0;
}

async function inviteNamed(deps: Platform, { programmeId, id: callId }: Call, personId: string): Promise<void> {
  const at = deps.clock.now();
  const invited = { programmeId, personId, callId, at, named: true as const };
  await deps.tables.commit([invitedTo.put(personId, programmeId, { programmeId, at })]);
  const task = {
    id: idOf('recruitment.send-invitation', programmeId, personId),
    job: 'recruitment.send-invitation',
    data: { programmeId, personId, callId },
  };
  await deps.outbox.commit([invitations.create(programmeId, personId, invited)], [task]).catch((error: unknown) => {
    // Invited at the same moment, by the call or by somebody else: once is enough.
    if (!isFailure(error, 'conflict')) throw error;
  });
}
