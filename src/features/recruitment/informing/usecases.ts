/** The verbs about telling managers: switch it on for a programme, agree, take it back, and the one message. */
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { sentRows } from '../../people/messages/store.ts';
import type { Person } from '../../people/model.ts';
import { nextWorkingMoment } from '../../people/rules.ts';
import { findPerson, languageOfPerson, personOf, workingHoursOf } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, programmeOf } from '../../programmes/usecases.ts';
import { openToPerson } from '../applying/usecases.ts';
import { tellingManager } from '../rounds/sends.ts';
import { isSent, type Application } from '../model.ts';
import { applicationOf } from '../usecases.ts';
import { managerCard } from './cards.ts';
import type { ManagerWord, WordFacts, WordPage } from './model.ts';
import { isSameText, wordTextOf } from './rules.ts';
import { informings, managerWords } from './store.ts';

const own = 'own';

export async function viewInforming(deps: Platform, caller: Caller, programmeId: string): Promise<{ on: boolean }> {
  await coordinatedProgramme(deps, caller, programmeId);
  return { on: await informs(deps, programmeId) };
}

/** Switched off, nothing more is sent, whoever agreed. */
export async function setInforming(deps: Platform, caller: Caller, programmeId: string, on: boolean): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const object = `programme:${programmeId}`;
  await deps.audit.note({ who: caller.personId, what: 'managers.setting', object, outcome: on ? 'on' : 'off' });
  const next = { on, by: caller.personId, at: deps.clock.now() };
  await deps.tables.commit([informings.put(programmeId, own, next)]);
}

async function informs(deps: Platform, programmeId: string): Promise<boolean> {
  return (await informings.find(deps.tables, programmeId, own))?.value.on ?? false;
}

interface Text {
  readonly programme: Programme;
  readonly me: Person;
  readonly manager: Person | undefined;
  readonly application: Application | undefined;
  /** Nothing where there is nobody to tell, or no application. */
  readonly facts: WordFacts | undefined;
}

async function textFor(deps: Platform, programme: Programme, personId: string): Promise<Text> {
  const [me, application] = await Promise.all([personOf(deps, personId), applicationOf(deps, programme.id, personId)]);
  const manager = me.managerId === undefined ? undefined : await findPerson(deps, me.managerId);
  const hoursAMonth = application?.answers.hoursAMonth;
  const facts =
    manager && hoursAMonth !== undefined
      ? { managerId: manager.id, programmeName: programme.name, hoursAMonth }
      : undefined;
  return { programme, me, manager, application, facts };
}

/** What the person reads beside the tick. */
export async function viewManagerWord(deps: Platform, caller: Caller, programmeId: string): Promise<WordPage> {
  const programme = await openToPerson(deps, caller, programmeId);
  const nothing: WordPage = { isAsked: false, state: 'open', texts: [] };
  if (!(await informs(deps, programmeId))) return nothing;
  const [{ me, manager, facts }, kept, sent] = await Promise.all([
    textFor(deps, programme, caller.personId),
    managerWords.find(deps.tables, programmeId, caller.personId),
    sentRows.programmes.find(deps.tables, programmeId, sendIdOf(programmeId, caller.personId)),
  ]);
  const isAgreed = kept !== undefined && facts !== undefined && isSameText(kept.value.of, facts);
  const languages = manager ? await languagesFor(deps, manager, programme, caller.language) : [];
  return {
    isAsked: true,
    state: sent?.value.state === 'arrived' ? 'sent' : isAgreed ? 'agreed' : 'open',
    ...(kept ? { agreedAt: kept.value.agreedAt } : {}),
    ...(manager ? { manager: manager.name } : {}),
    texts: facts ? languages.map((language) => wordTextOf(language, { ...facts, name: me.name })) : [],
  };
}

/** The manager's first: that is how it is sent. */
async function languagesFor(
  deps: Platform,
  manager: Person,
  programme: Programme,
  reader: Language,
): Promise<Language[]> {
  return [...new Set([await languageOfPerson(deps, manager, programme.language), reader])];
}

/** A tick of its own. Failure `conflict` where the organisation tells nobody, the directory names no manager, or nothing was sent. */
export async function agreeToTell(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  const programme = await openToPerson(deps, caller, programmeId);
  if (!(await informs(deps, programmeId))) throw new Failure('conflict', 'managers-not-told');
  const { application, facts } = await textFor(deps, programme, caller.personId);
  if (!application) throw new Failure('not-found', 'application-gone');
  if (!facts) throw new Failure('conflict', 'no-manager');
  const { personId } = caller;
  const word: ManagerWord = { personId, agreedAt: deps.clock.now(), of: facts };
  await deps.tables.commit([managerWords.put(programmeId, personId, word)]);
  // Whoever is in a pair already takes part now.
  if (application.begunAt !== undefined) await askToTell(deps, programmeId, word);
}

/** Nothing is sent from here on; what was sent cannot be fetched back. */
export async function takeWordBack(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  await openToPerson(deps, caller, programmeId);
  const row = await managerWords.find(deps.tables, programmeId, caller.personId);
  if (row) await deps.tables.commit([managerWords.remove(row)]);
}

/** The manager who was told, while the person still agrees and the organisation tells managers; nobody else learns anything by later words. */
export async function managerTold(deps: Platform, programmeId: string, personId: string): Promise<string | undefined> {
  if (!(await informs(deps, programmeId))) return undefined;
  const [word, sent] = await Promise.all([
    managerWords.find(deps.tables, programmeId, personId),
    sentRows.programmes.find(deps.tables, programmeId, sendIdOf(programmeId, personId)),
  ]);
  return sent?.value.state === 'arrived' ? word?.value.of.managerId : undefined;
}

/** A pair of this person began: those who agreed take part from now on, and nobody hears of it before. */
export async function tellManagersOf(deps: Platform, programmeId: string, personIds: readonly string[]): Promise<void> {
  if (!(await informs(deps, programmeId))) return;
  for (const personId of personIds) {
    const word = await managerWords.find(deps.tables, programmeId, personId);
    if (word) await askToTell(deps, programmeId, word.value);
  }
}

const sendIdOf = (programmeId: string, personId: string): string =>
  idOf('recruitment.tell-manager', programmeId, personId);

/** At a moment when the manager works. */
async function askToTell(deps: Platform, programmeId: string, { personId, of }: ManagerWord): Promise<void> {
  const due = nextWorkingMoment(deps.clock.now(), await workingHoursOf(deps, of.managerId));
  const task = {
    id: sendIdOf(programmeId, personId),
    job: 'recruitment.tell-manager',
    data: { programmeId, personId },
  };
  await deps.outbox.ask('programmes', programmeId, { ...task, due });
}

/** Once for a person and programme, and only what was agreed to: setting, tick and text are looked at again just before it goes. */
export async function tellManager(
  deps: Platform,
  { programmeId, personId }: { readonly programmeId: string; readonly personId: string },
  sendId: string,
): Promise<JobResult> {
  const kept = await managerWords.find(deps.tables, programmeId, personId);
  if (!kept) return undefined;
  const { managerId } = kept.value.of;
  const programme = await programmeOf(deps, programmeId);
  return deliver(deps, {
    ...{ ...tellingManager.as, table: 'programmes', partition: programmeId, sendId, personId: managerId },
    ...{ data: { programmeId, personId }, programmeLanguage: programme.language },
    card: async (language) => {
      const [on, word, { me, application, facts }] = await Promise.all([
        informs(deps, programmeId),
        managerWords.find(deps.tables, programmeId, personId),
        textFor(deps, programme, personId),
      ]);
      const isIn = application !== undefined && isSent(application) && application.begunAt !== undefined;
      if (!on || !word || !facts || !isIn || !isSameText(word.value.of, facts)) return undefined;
      return managerCard(language, { ...facts, name: me.name });
    },
  });
}
