/** What an invited person answers, and where the person stands after it. Each answer can be taken back. */
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { preferencesOfPerson, setPreferences } from '../../people/usecases.ts';
import { isSent, type Invitation, type Standing } from '../model.ts';
import { answerAfter, standingOf } from '../rules.ts';
import { applications, invitations } from '../store.ts';

export interface AnsweredInvitation {
  readonly invitation: Invitation;
  readonly standing: Standing;
  readonly hasApplied: boolean;
}

/** "Not now", "do not ask again", or back to open. Pressed twice it is the same; an old card takes nothing else back. */
export async function answerInvitation(
  deps: Platform,
  personId: string,
  programmeId: string,
  said: Invitation['answer'],
): Promise<AnsweredInvitation> {
  const [row, application, preferences] = await Promise.all([
    invitations.find(deps.tables, programmeId, personId),
    applications.find(deps.tables, programmeId, personId),
    preferencesOfPerson(deps, personId),
  ]);
  if (!row) throw new Failure('not-found', 'invitation-gone');
  const hasApplied = application !== undefined && isSent(application.value);
  const before = { answer: row.value.answer, doNotAsk: preferences.doNotAsk ?? false, hasApplied };
  const doNotAsk = said === 'not-now' ? before.doNotAsk : said === 'do-not-ask';
  if (doNotAsk !== before.doNotAsk) await setPreferences(deps, personId, { doNotAsk });
  const answer = answerAfter(said, before);
  const invitation = await keepAnswer(deps, row, answer);
  return { invitation, hasApplied, standing: standingOf({ answer, doNotAsk, hasApplied }) };
}

async function keepAnswer(deps: Platform, row: Row<Invitation>, answer: Invitation['answer']): Promise<Invitation> {
  if (row.value.answer === answer) return row.value;
  const { answer: _, ...open } = row.value;
  const next: Invitation = answer === undefined ? open : { ...open, answer };
  await deps.tables.commit([invitations.replace(row, next)]).catch(async (error: unknown) => {
    // A second press at the same time has said the same.
    const now = await invitations.find(deps.tables, next.programmeId, next.personId);
    if (!isFailure(error, 'conflict') || now?.value.answer !== answer) throw error;
  });
  return next;
}
