/** The verbs of identity answers: see what one has said something about, say it, take it back; and what is asked in which country. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { bucketOfPerson } from '../store.ts';
import { personOf } from '../usecases.ts';
import { questions, textVersion } from './model.ts';
import type { AnswerDraft, Consent, CountryModes, CountrySetting, IdentityView, Question } from './model.ts';
import { mayAnswer, maySetCountries } from './policy.ts';
import { countryCodeOf, modesFrom, otherCountries, standingConsent, usualModes } from './rules.ts';
import { answers, answersOf, boundTo, consents, consentsOf, countries, countryPartition } from './store.ts';

export async function identityOf(deps: Platform, personId: string): Promise<IdentityView> {
  const [modes, kept, ledger] = await Promise.all([
    modesFor(deps, personId),
    answersOf(deps.tables, personId),
    consentsOf(deps.tables, personId),
  ]);
  const at = new Map(kept.map(({ value }) => [value.question, value.at]));
  const lines = questions.map((question) => {
    const answeredAt = at.get(question);
    return { question, mode: modes[question], ...(answeredAt === undefined ? {} : { answeredAt }) };
  });
  const entries = ledger.map(({ value }) => value).sort((a, b) => b.givenAt - a.givenAt);
  return {
    textVersion,
    questions: lines.filter((one) => one.mode !== 'off' || one.answeredAt !== undefined),
    ledger: entries,
  };
}

/** Seals the answer in place of the former, with an entry of the ledger. Failure `gone` where the question is not asked. */
export async function answerQuestion(deps: Platform, personId: string, draft: AnswerDraft): Promise<void> {
  const { question, said, wish } = draft;
  const modes = await modesFor(deps, personId);
  if (!mayAnswer(modes[question])) throw new Failure('gone', 'question-not-asked');
  if (draft.textVersion !== textVersion) throw new Failure('conflict', 'consent-text-changed');
  const partition = bucketOfPerson(personId);
  const [row, ledger] = await Promise.all([
    answers.find(deps.tables, partition, personId, question),
    consentsOf(deps.tables, personId),
  ]);
  const at = deps.clock.now();
  const sealed = await deps.identityRing(question).seal(JSON.stringify({ said, wish }), boundTo(personId, question));
  const value = { question, sealed, at };
  const answered = row ? answers.replace(row, value) : answers.create(partition, [personId, question], value);
  const agreed: Consent = { question, purpose: 'private-wish', textVersion, givenAt: at, how: 'tab' };
  const stands = standingConsent(
    ledger.map((one) => one.value),
    question,
  );
  const entry = stands ? [] : [consents.create(partition, [personId, `${at}-${newId()}`], agreed)];
  await deps.tables.commit([answered, ...entry]);
}

/** The answer is gone and the consent has ended, in one change, and whoever has used it is told. Twice is once. */
export async function withdrawAnswer(deps: Platform, personId: string, question: Question): Promise<void> {
  const [kept, ledger] = await Promise.all([answersOf(deps.tables, personId), consentsOf(deps.tables, personId)]);
  const at = deps.clock.now();
  const ended: Change[] = ledger
    .filter(({ value }) => value.question === question && value.withdrawnAt === undefined)
    .map((row) => consents.replace(row, { ...row.value, withdrawnAt: at }));
  const gone = kept.filter(({ value }) => value.question === question).map((row) => answers.remove(row));
  const told = {
    id: idOf('people.consentEnded', personId, question, String(at)),
    job: 'people.consentEnded',
    // By chance, and gone with the task: by what is named after it nobody is led to whoever took an answer back.
    data: { personId, mark: newId() },
  };
  await deps.outbox.commit([...gone, ...ended], [told]);
}

/** For whoever is forgotten. */
export async function withdrawAllAnswers(deps: Platform, personId: string): Promise<void> {
  for (const { value } of await answersOf(deps.tables, personId)) await withdrawAnswer(deps, personId, value.question);
}

/** What holds for a person: the setting of the country, else that of all others, else the usual. */
async function modesFor(deps: Platform, personId: string): Promise<CountryModes> {
  return modesIn(deps, countryCodeOf((await personOf(deps, personId)).country));
}

/** What is asked in a country. */
export async function modesIn(deps: Platform, country: string): Promise<CountryModes> {
  const [own, others] = await Promise.all(
    [country, otherCountries].map((one) => countries.find(deps.tables, countryPartition, one.toLowerCase())),
  );
  return modesFrom(country, { own: own?.value, others: others?.value });
}

/** An administrator has said what is asked in some country. */
export async function isSetAnywhere(deps: Platform): Promise<boolean> {
  return (await countries.list(deps.tables, countryPartition)).length > 0;
}

export async function countrySettings(deps: Platform, caller: Caller): Promise<CountrySetting[]> {
  if (!maySetCountries(caller)) throw new Failure('not-found', 'not-found');
  return listCountries(deps);
}

async function listCountries(deps: Platform): Promise<CountrySetting[]> {
  const rows = await countries.list(deps.tables, countryPartition);
  const set = new Map(rows.map((row) => [row.key[0]?.toUpperCase() ?? '', row.value]));
  const named = [...new Set(['BE', 'FR', otherCountries, ...set.keys()])];
  return named.map((country) => ({ country, modes: set.get(country) ?? usualModes(country) }));
}

/** From now on; an answer to a question that is no longer on is never read, and goes with the next tidying. */
export async function setCountry(deps: Platform, caller: Caller, wanted: CountrySetting): Promise<CountrySetting[]> {
  if (!maySetCountries(caller)) throw new Failure('not-found', 'not-found');
  const key = wanted.country.toLowerCase();
  await deps.audit.note({ who: caller.personId, what: 'identity.setting', object: `country:${key}` });
  await deps.tables.commit([countries.put(countryPartition, key, wanted.modes)]);
  return listCountries(deps);
}
