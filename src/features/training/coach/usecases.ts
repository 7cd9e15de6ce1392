/** The verbs of the coach: begin, answer a text, hear what was typed. What is typed is kept by none of them. */
import type { Caller } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { describeError } from '../../../platform/log.ts';
import type { Card } from '../../../platform/cards.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { contactsFor } from '../../concerns/contacting/usecases.ts';
import { urgentCountry, urgentIn } from '../../concerns/urgent/model.ts';
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
    return (
      (await askModel(deps, caller, { help, text }, findings)) ?? { outcome: 'courses', why: 'no-model', findings }
    );
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
  const out = filtered(text, language, names);
  if (out.outcome === 'kept') return { outcome: 'kept-here', kinds: out.kinds };
  const question = { personId, system: systemText(language, help), text: quoted(out.text) };
  const raw = await deps.model?.ask(question);
  const answer = raw === undefined ? undefined : answerOf(raw, out.text, names);
  return answer === undefined ? undefined : { outcome: 'worded', text: answer, left: out.left, findings };
}

export async function turnOf(deps: Platform, caller: Caller, asked: Asked): Promise<Card> {
  const outcome = await answerText(deps, caller, asked.help, asked.text);
  return turnCard(caller.language, asked, outcome, await aroundOf(deps, caller));
}

export function beginCoach(deps: Platform, { language }: Pick<Caller, 'language'>, help: Help | undefined): Card {
  const around = { hasModel: deps.model !== undefined };
  return help === undefined ? startCard(language, around) : askCard(language, help, around);
}

/** What somebody typed to the bot: the card that answers it, and in which language; nothing when it is none of the coach's. */
export async function hearTyped(
  deps: Platform,
  caller: Caller,
  typed: string,
): Promise<{ readonly card: Card; readonly language: Language } | undefined> {
  const text = typed.slice(0, 4_000);
  const heard = hearCoach(text, caller.language);
  if (soundsWrong(shown(heard?.about ?? text)))
    return { card: wrongCard(caller.language, await aroundOf(deps, caller)), language: caller.language };
  if (!heard) return undefined;
  const { help, about, language } = heard;
  const who = { ...caller, language };
  if (help === undefined || about === '') return { card: beginCoach(deps, who, help), language };
  return { card: await turnOf(deps, who, { help, turn: 1, text: about.slice(0, longestText) }), language };
}

async function aroundOf(deps: Platform, caller: Caller): Promise<Around> {
  const { country, lines } = await contactsFor(deps, caller);
  const here = urgentCountry(country);
  return {
    hasModel: deps.model !== undefined,
    urgent: urgentIn(here, caller.language),
    own: lines.filter((one) => one.country === undefined || one.country === here),
    link: (path) => deps.teams.tabLink(path, 'Tandem'),
  };
}
