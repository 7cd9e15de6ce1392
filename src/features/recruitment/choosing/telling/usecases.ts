/** What was chosen becomes true for everybody at once, and each is told: kindly, with the criterion, and with what is possible next. */
import type { JobResult } from '../../../../platform/doors.ts';
import { isFailure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import type { Language } from '../../../../platform/words.ts';
import { deliver } from '../../../people/messages/usecases.ts';
import type { Programme } from '../../../programmes/model.ts';
import { programmeOf } from '../../../programmes/usecases.ts';
import { isSent, sides, type Application, type ApplyPage, type Side } from '../../model.ts';
import { tellingChoice } from '../../rounds/sends.ts';
import { applications } from '../../store.ts';
import { choiceCard } from '../cards.ts';
import type { Choice } from '../model.ts';
import { wordsOf } from '../rules.ts';
import { choices, choosings } from '../store.ts';

const peopleInAStep = 300;

/** Each answer with what follows from it in one batch; goes on where it was when it is run again. */
export async function answerChoices(deps: Platform, programmeId: string, round: string): Promise<JobResult> {
  const open = (await choices.list(deps.tables, programmeId, round)).filter(({ value }) => !value.told);
  let left = open.length > peopleInAStep;
  for (const row of open.slice(0, peopleInAStep))
    await answerOne(deps, programmeId, row).catch((error: unknown) => {
      // The person changed something at the same moment: looked at again.
      if (!isFailure(error, 'conflict')) throw error;
      left = true;
    });
  return left ? { again: deps.clock.now() } : undefined;
}

async function answerOne(deps: Platform, programmeId: string, row: Row<Choice>): Promise<void> {
  const { personId, side, round, chosen } = row.value;
  const application = await applications.find(deps.tables, programmeId, personId);
  const told = choices.replace(row, { ...row.value, told: true });
  // Whoever withdrew meanwhile is told nothing, and nothing changes for them.
  if (application?.value.status !== 'applied') return deps.tables.commit([told]).then(() => undefined);
  const changed = chosen ? [] : [applications.replace(application, withoutPlace(application.value, side, round))];
  const data = { programmeId, personId, side, round: String(round) };
  const id = idOf('recruitment.tell-choice', programmeId, String(round), side, personId);
  await deps.outbox.commit([told, ...changed], [{ id, job: 'recruitment.tell-choice', data }]);
}

/** Waits for the next round and comes first in it; whoever also applied for the other side takes part there. */
function withoutPlace(one: Application, as: Side, round: number): Application {
  const waited = { ...one, waited: true };
  if (one.answers.role === 'both' && one.passedOver?.round !== round) return { ...waited, passedOver: { as, round } };
  return { ...waited, status: 'waiting', waits: { why: 'not-chosen', round } };
}

interface Told {
  readonly programmeId: string;
  readonly personId: string;
  readonly side: Side;
  readonly round: string;
}

export async function tellChoice(deps: Platform, one: Told, sendId: string): Promise<JobResult> {
  const { programmeId, personId, side, round } = one;
  const programme = await programmeOf(deps, programmeId);
  return deliver(deps, {
    ...{ ...tellingChoice.as, table: 'programmes', partition: programmeId, sendId, personId },
    ...{ data: { ...one }, programmeLanguage: programme.language },
    card: async (language) => {
      const application = (await applications.find(deps.tables, programmeId, personId))?.value;
      const told = await toldOn(deps, { programme, personId, round, side, language });
      if (!application || !isSent(application) || !told) return undefined;
      const isStillIn = application.status === 'applied';
      return choiceCard(language, { programme, ...told, isStillIn });
    },
  });
}

/** What a person may read about the choice in this round; nothing before everybody was answered. A no on either side comes first. */
export async function choiceToldTo(
  deps: Platform,
  programme: Programme,
  { personId, language }: { readonly personId: string; readonly language: Language },
  round: number,
): Promise<ApplyPage['choice']> {
  const at = { programme, personId, language, round: String(round) };
  const told = (await Promise.all(sides.map((side) => toldOn(deps, { ...at, side })))).flatMap((one) => one ?? []);
  return told.find(({ chosen }) => !chosen) ?? told[0];
}

async function toldOn(
  deps: Platform,
  asked: Omit<Told, 'programmeId'> & { readonly programme: Programme; readonly language: Language },
): Promise<NonNullable<ApplyPage['choice']> | undefined> {
  const { programme, personId, side, round, language } = asked;
  const made = (await choices.find(deps.tables, programme.id, round, side, personId))?.value;
  if (!made?.told) return undefined;
  const { criteria } = (await choosings.find(deps.tables, programme.id, round))?.value ?? { criteria: [] };
  const named = criteria.find(({ id }) => id === made.criterionId);
  const criterion = named ? wordsOf(named, language, programme.language) : '';
  return { chosen: made.chosen, criterion, ...(made.sentence === undefined ? {} : { sentence: made.sentence }) };
}
