/** The verbs of the coach: begin, answer a text, hear what was typed. What is typed is kept by none of them. */
import type { Caller } from '../../../platform/doors.ts';
import { pause } from '../../../platform/clock.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { describeError } from '../../../platform/log.ts';
import type { Card } from '../../../platform/cards.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { contactsFor } from '../../concerns/contacting/usecases.ts';
import type { ContactsPage } from '../../concerns/model.ts';
import { urgentCountry, urgentIn } from '../../concerns/urgent/model.ts';
import { isColleague } from '../../people/usecases.ts';
import { courseIds } from '../model.ts';
import { courseIn } from '../store.ts';
import { answerOf, quoted, systemText } from './answers/rules.ts';
import { askCard, startCard, turnCard, wrongCard, type Around, type Asked } from './cards.ts';
import { filtered, shown } from './filter/rules.ts';
import { namesOfDirectory } from './filter/usecases.ts';
import { hearCoach } from './hearing/rules.ts';
import { longestText, type Finding, type Help, type TurnOutcome, type Wording } from './model.ts';
import { courseSearch, type CourseSearch } from './search/rules.ts';
import { asksToJudge, soundsWrong } from './urgent/rules.ts';

/** Teams gives up on a press after some ten seconds; the names, the token and the model are waited for within these. */
const patienceMs = 8_000;
/** Whoever is in need does not wait for the organisation's own lines. */
const ownLinesMs = 3_000;

const longestTyped = 4_000;

const searches = new Map<Language, CourseSearch>();

/** At most three steps, and never none. */
export function searchCourses(language: Language, wanted: string, help?: Help): Finding[] {
  let search = searches.get(language);
  if (!search) {
    search = courseSearch(
      language,
      courseIds.map((id) => courseIn(id, language)),
    );
    searches.set(language, search);
  }
  return search(wanted, help);
}

/** What becomes of one text. It is read here first; what the model is asked, and whether, follows from that. */
export async function answerText(deps: Platform, caller: Caller, help: Help, typed: string): Promise<TurnOutcome> {
  const text = shown(typed);
  if (soundsWrong(text)) return { outcome: 'wrong' };
  if (asksToJudge(text)) return { outcome: 'no-judging' };
  const findings = searchCourses(caller.language, text, help);
  if (help === 'course') return { outcome: 'courses', why: 'course', findings };
  if (!deps.model) return { outcome: 'courses', why: 'no-model', findings };
  try {
    const asked = askModel(deps, caller, { help, text }, findings);
    return (await inTime(asked, patienceMs)) ?? { outcome: 'courses', why: 'no-model', findings };
  } catch (error) {
    if (!isFailure(error, 'unavailable')) deps.log.error(describeError(error), 'the coach could not word a text');
    else if (error.reason !== 'model-pace') deps.log.warn({ reason: error.reason }, 'the model did not answer');
    return { outcome: 'courses', why: 'later', findings };
  }
}

/** Nothing when what came back is not to be shown. */
async function askModel(
  deps: Platform,
  { personId, language }: Caller,
  { help, text }: { readonly help: Wording; readonly text: string },
  findings: readonly Finding[],
): Promise<TurnOutcome | undefined> {
  const names = await namesOfDirectory(deps);
  if (!names) throw new Failure('unavailable', 'directory-unread');
  const out = filtered(text, language, names);
  if (out.outcome === 'kept') return { outcome: 'kept-here', kinds: out.kinds };
  const question = { personId, system: systemText(language, help), text: quoted(out.text) };
  const raw = await deps.model?.ask(question);
  const answer = raw === undefined ? undefined : answerOf(raw, out.text, names);
  return answer === undefined ? undefined : { outcome: 'worded', text: answer, left: out.left, findings };
}

/** What comes later is thrown away. */
async function inTime<A>(work: Promise<A>, most: number): Promise<A> {
  const over = new AbortController();
  const late = pause(most, over.signal).then(() => Promise.reject(new Failure('unavailable', 'no-answer')));
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

export async function turnOf(deps: Platform, caller: Caller, asked: Asked): Promise<Card> {
  const [outcome, around] = await Promise.all([
    answerText(deps, caller, asked.help, asked.text),
    aroundOf(deps, caller),
  ]);
  return turnCard(caller.language, asked, outcome, around);
}

export function beginCoach(deps: Platform, { language }: Pick<Caller, 'language'>, help: Help | undefined): Card {
  const around = { hasModel: deps.model !== undefined };
  return help === undefined ? startCard(language, around) : askCard(language, help, around);
}

/** The card for a text that sounds as if something were wrong; it has no buttons, and comes whatever is down. */
export async function hearAlarm(deps: Platform, caller: Caller, typed: string): Promise<Card | undefined> {
  const text = typed.slice(0, longestTyped);
  const about = hearCoach(text, caller.language)?.about ?? text;
  return soundsWrong(shown(about)) ? wrongCard(caller.language, await aroundOf(deps, caller)) : undefined;
}

/** What somebody typed to the bot: the card that answers it, and in which language; nothing when it is none of the coach's. */
export async function hearTyped(
  deps: Platform,
  caller: Caller,
  typed: string,
): Promise<{ readonly card: Card; readonly language: Language } | undefined> {
  const alarm = await hearAlarm(deps, caller, typed);
  if (alarm) return { card: alarm, language: caller.language };
  const heard = hearCoach(typed.slice(0, longestTyped), caller.language);
  if (!heard) return undefined;
  const { help, about, language } = heard;
  const who = { ...caller, language };
  if (help === undefined || about === '') return { card: beginCoach(deps, who, help), language };
  return { card: await turnOf(deps, who, { help, turn: 1, text: about.slice(0, longestText) }), language };
}

async function aroundOf(deps: Platform, caller: Caller): Promise<Around> {
  const { country, lines } = await ownContacts(deps, caller);
  const here = urgentCountry(country);
  return {
    hasModel: deps.model !== undefined,
    urgent: urgentIn(here, caller.language),
    own: lines.filter((one) => one.country === undefined || one.country === here),
    link: (path) => deps.teams.tabLink(path, 'Tandem'),
  };
}

/** The organisation's own lines, for colleagues; none while the storage is away. */
async function ownContacts(deps: Platform, caller: Caller): Promise<Pick<ContactsPage, 'country' | 'lines'>> {
  const found = async () => ((await isColleague(deps, caller.personId)) ? contactsFor(deps, caller) : noContacts);
  try {
    return await inTime(found(), ownLinesMs);
  } catch (error) {
    deps.log.error(describeError(error), 'the own lines of the organisation were not found');
    return noContacts;
  }
}

const noContacts = { country: '', lines: [] };
