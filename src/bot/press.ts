/** Door: a press on a card. What it is about was kept by us; only the declared inputs are taken from what was sent. */
import { z } from 'zod';
import { isColleague } from '../features/people/usecases.ts';
import type { Caller, CardAction, Reply } from '../platform/doors.ts';
import { isFailure } from '../platform/errors.ts';
import { describeError } from '../platform/log.ts';
import type { Platform } from '../platform/platform.ts';
import { untilUnchanged } from '../platform/tables/conflict.ts';
import { note, outcomeOf } from '../platform/telemetry.ts';
import { saidByFirst, type Say } from '../platform/words.ts';
import { replyToFailure, sentence, stale } from './replies.ts';

/** `data` is the card's data with the inputs in it, as Teams sent it: anybody could have written it. */
const pressed = z.looseObject({ id: z.string().max(80) });

export interface PressParts {
  readonly actions: readonly CardAction[];
  /** The features' words: `failure.<reason>` is looked up in them. */
  readonly says?: readonly Say<never>[];
  /** Seconds that this person has to wait, when too much was pressed. */
  readonly pace?: (personId: string, verb: string) => Promise<number | undefined>;
}

/** Always gives a reply; what went wrong on our side is logged without what the person typed. */
export async function answerPress(deps: Platform, parts: PressParts, caller: Caller, data: unknown): Promise<Reply> {
  const { language } = caller;
  const home = deps.teams.tabLink('/', 'Tandem');
  try {
    if ((await parts.pace?.(caller.personId, 'press')) !== undefined) return sentence(language, 'answer.later');
    return await run(deps, parts.actions, caller, data, home);
  } catch (error) {
    note({ outcome: outcomeOf(error) });
    if (isFailure(error)) {
      if (error.code === 'unavailable') deps.log.warn(describeError(error), 'a press could not be answered');
      return replyToFailure(
        error.code,
        language,
        home,
        saidByFirst(parts.says ?? [], language, `failure.${error.reason}`),
      );
    }
    deps.log.error(describeError(error), 'a press failed');
    return sentence(language, 'answer.fault');
  }
}

async function run(
  deps: Platform,
  actions: readonly CardAction[],
  caller: Caller,
  data: unknown,
  home: string,
): Promise<Reply> {
  const sent = pressed.safeParse(data);
  const button = sent.success ? await deps.teams.findButton(caller.personId, sent.data.id) : undefined;
  if (!button || !sent.success || !(await isColleague(deps, caller.personId))) return stale(caller.language, home);

  note({ verb: button.verb });
  const action = actions.find((one) => one.verb === button.verb);
  const subject = action?.subject.safeParse(button.subject);
  if (!action || !subject?.success) {
    deps.log.warn({ verb: button.verb }, 'a card of an earlier version was pressed');
    return stale(caller.language, home);
  }
  const { id: _id, verb: _verb, msteams: _msteams, ...typed } = sent.data;
  const inputs = action.inputs.safeParse(typed);
  if (!inputs.success) return sentence(caller.language, 'answer.incomplete');
  // A card that was answered cannot be pressed again, so whoever wrote meanwhile must not take the answer away.
  return untilUnchanged(() => action.run(deps, { caller, subject: subject.data, inputs: inputs.data }));
}
