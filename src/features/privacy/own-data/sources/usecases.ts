/** What is kept sealed, or under names that nobody can lead back: opened for its person alone, and for no longer than the answer takes. */
import type { Platform } from '../../../../platform/platform.ts';
import type { Caller } from '../../../../platform/doors.ts';
import { talkPageOf } from '../../../concerns/usecases.ts';
import { identityOf } from '../../../people/identity/usecases.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { ownAnswers } from '../../../release/answers/own/usecases.ts';
import { ownAnswersOf } from '../../../surveys/answering/own/usecases.ts';
import { circleTexts, marksOf } from '../../../training/circle/store.ts';
import type { SkillSide } from '../../../training/skills/model.ts';
import { chainOf, skillRows } from '../../../training/skills/store.ts';
import { say } from '../../words.ts';
import type { OwnSource } from '../usecases.ts';

const identity: OwnSource = async (deps, { personId, isGuest }) =>
  isGuest ? {} : { identity: await identityOf(deps, personId) };

const privateTalk: OwnSource = async (deps, caller) => {
  const { mine } = await talkPageOf(deps, caller);
  return mine ? { privateTalk: mine } : {};
};

const skills: OwnSource = async (deps, { personId }) => {
  const rows = await skillRows.list(deps.tables, personId);
  const said = await Promise.all(
    rows.map(async ({ key: [programmeId = '', side] }) => {
      const at = { programmeId, side: side as SkillSide };
      return { ...at, said: await ownAnswers(deps, chainOf(at), personId) };
    }),
  );
  return said.length > 0 ? { skills: said } : {};
};

/** Of an anonymous survey a sentence in the place of answers, or nothing would say why there are none. */
const surveys: OwnSource = async (deps, caller) => {
  const found = await ownAnswersOf(deps, caller);
  const told = found.map((one) =>
    one.mode === 'anonymous' ? { ...one, answers: say(caller.language, 'data.said.anonymous') } : one,
  );
  return told.length > 0 ? { surveys: told } : {};
};

const circle: OwnSource = async (deps, caller) => {
  const texts = await textsIn(deps, caller);
  return texts.length > 0 ? { circle: texts } : {};
};

async function textsIn(deps: Platform, { personId }: Caller) {
  const programmes = new Set((await pairsOfPerson(deps, personId)).map(({ programmeId }) => programmeId));
  const found = await Promise.all(
    [...programmes].map(async (programmeId) => {
      const [rows, marks] = await Promise.all([
        circleTexts.list(deps.tables, programmeId),
        marksOf(deps, programmeId, personId),
      ]);
      return rows.filter(({ value }) => value.mark === marks(value.id)).map(({ value }) => value);
    }),
  );
  return found.flat().map(({ title, text, on }) => ({ title, text, on }));
}

export const ownSources: readonly OwnSource[] = [identity, privateTalk, skills, surveys, circle];
