/** The kit of a programme: its texts with their links, what leaves as a file, and what somebody from outside sees. */
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { fileName, paperTypes } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import { languages, sayDay, type Language } from '../../../platform/words.ts';
import { borrowedLanguages, programmeIn, toldTexts, type Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, findProgramme } from '../../programmes/usecases.ts';
import { findingsInAll } from '../checking/rules.ts';
import type { Call } from '../model.ts';
import { quoteText, type Quote } from '../quoting/model.ts';
import { quoteOf, type Quoting } from '../quoting/usecases.ts';
import type { Source, SourceDraft } from '../sources/model.ts';
import { findSource, keepSources } from '../sources/usecases.ts';
import { closingDayOf, latestCallOf } from '../usecases.ts';
import {
  forms,
  type CallPost,
  type FileForm,
  type Form,
  type KitPage,
  type KitSettings,
  type KitText,
  type OutsidePage,
} from './model.ts';
import { monthsOf, tellForm, type KitFacts, type Told } from './rules.ts';
import { kitRow, kitRows, postRows } from './store.ts';
import { say as sayReady } from './texts/words.ts';
import { say } from './words.ts';

export async function kitPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<KitPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const kit = await kitOf(deps, programme);
  const wanted = forms.flatMap((form) => languages.map((language) => ({ form, language })));
  const made = await keepSources(
    deps,
    programmeId,
    wanted.map(({ form, language }) => draftOf(programme, kit.call, form, language)),
  );
  const texts = wanted.map(({ form, language }, at) => textOf(deps, kit, { form, language, source: made[at]! }));
  const posts = (await postRows.list(deps.tables, programmeId)).map((row) => shownPost(row.value));
  return {
    ...{
      programme: { id: programme.id, name: programme.name },
      ask: kit.ask,
      texts,
      posts: posts.sort((a, b) => b.at - a.at),
    },
    ...(kit.closesOn === undefined ? {} : { closesOn: kit.closesOn }),
    borrowed: borrowedLanguages(programme),
    findings: [...findingsInAll(ownWordsOf(programme)), ...findingsInAll(kit.call?.words ?? {})],
  };
}

/** What the coordinators wrote of the programme, in the languages in which they wrote it. */
function ownWordsOf(one: Programme): Partial<Record<Language, string>> {
  const written = (of: Pick<Programme, (typeof toldTexts)[number]>): string[] => toldTexts.map((text) => of[text]);
  const others = Object.entries(one.translations ?? {}).map(([language, of]) => [language, written(of).join('\n')]);
  return { ...Object.fromEntries(others), [one.language]: [one.name, ...written(one)].join('\n') };
}

/** Who asked for it and its ids stay here. */
function shownPost({ name, language, state, reason, at }: CallPost): KitPage['posts'][number] {
  return { name, language, state, at, ...(reason === undefined ? {} : { reason }) };
}

export async function saveKitSettings(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  settings: KitSettings,
): Promise<KitSettings> {
  await coordinatedProgramme(deps, caller, programmeId);
  await deps.tables.commit([kitRows.put(programmeId, kitRow, settings)]);
  return settings;
}

/** What the texts of a programme are made of: itself, and the last call. */
export interface Kit {
  readonly programme: Programme;
  readonly ask: string;
  readonly call: Call | undefined;
  readonly closesOn: string | undefined;
  /** What the call quotes, as long as it may. */
  readonly quote?: Quote | undefined;
}

export async function kitOf(deps: Quoting, programme: Programme): Promise<Kit> {
  const [settings, call, closesOn] = await Promise.all([
    kitRows.find(deps.tables, programme.id, kitRow),
    latestCallOf(deps, programme.id),
    closingDayOf(deps, programme.id),
  ]);
  return { programme, ask: settings?.value.ask ?? '', call, closesOn, quote: await quoteOf(deps, call) };
}

export function draftOf(
  { id: programmeId }: Programme,
  call: Pick<Call, 'id'> | undefined,
  channel: Form,
  language: Language,
): SourceDraft {
  return { programmeId, channel, language, ...(call ? { callId: call.id } : {}) };
}

export const linkOf = ({ config }: Platform, { code }: Pick<Source, 'code'>): string => `${config.baseUrl}/go/${code}`;

export function factsFor(deps: Platform, kit: Kit, language: Language, source: Pick<Source, 'code'>): KitFacts {
  const { ask, call, closesOn, quote } = kit;
  const programme = programmeIn(language, kit.programme);
  return {
    ...{ programme, ask, months: monthsOf(programme), link: linkOf(deps, source), own: call?.words[language] },
    ...(quote ? { quote: quoteText(quote, language) } : {}),
    ...(closesOn === undefined ? {} : { until: sayDay(language, Date.parse(closesOn), programme.zone) }),
  };
}

export function textOf(
  deps: Platform,
  kit: Kit,
  { form, language, source }: { form: Form; language: Language; source: Source },
): KitText {
  const { title, paragraphs, beside } = tellForm(form, language, factsFor(deps, kit, language, source));
  const link = linkOf(deps, source);
  return {
    ...{ form, language, title, paragraphs: [...paragraphs], code: source.code, link },
    ...(beside === undefined ? {} : { beside }),
  };
}

export async function kitFileOf(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { form, language }: { form: FileForm; language: Language },
): Promise<Download> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const kit = await kitOf(deps, programme);
  const [source] = await keepSources(deps, programmeId, [draftOf(programme, kit.call, form, language)]);
  const facts = factsFor(deps, kit, language, source!);
  return writeFile(programme, { form, language, told: tellForm(form, language, facts), link: facts.link });
}

interface Written {
  readonly form: FileForm;
  readonly language: Language;
  readonly told: Told;
  readonly link: string;
}

async function writeFile({ name }: Programme, { form, language, told, link }: Written): Promise<Download> {
  const { writeHandoutSlide, writePoster, writeSocialPicture } = await import('../../../platform/papers/handouts.ts');
  const [text = '', ...points] = told.paragraphs;
  const scan = sayReady(language, 'poster.scan', { link });
  const handout = { language, title: told.title, text, points, scan, link, foot: name, notes: told.beside };
  const named = (format: 'pdf' | 'pptx'): Pick<Download, 'name' | 'type'> => ({
    ...{ name: fileName([name, form, language], format), type: paperTypes[format] },
  });
  switch (form) {
    case 'poster':
      return { ...named('pdf'), bytes: await writePoster(handout) };
    case 'slide':
      return { ...named('pptx'), bytes: await writeHandoutSlide(handout) };
    case 'social':
      return {
        ...{ name: named('pdf').name.replace(/pdf$/, 'png'), type: 'image/png' },
        bytes: await writeSocialPicture(handout),
      };
    default:
      return form satisfies never;
  }
}

/** For whoever is not signed in. A programme that is still prepared, or over, is not there. */
export async function outsidePageOf(deps: Platform, code: string, language: Language): Promise<OutsidePage> {
  const source = await findSource(deps, code);
  const programme = source && (await findProgramme(deps, source.programmeId));
  if (!source || !programme || programme.stage === 'prepare' || programme.stage === 'close')
    throw new Failure('not-found', 'programme-gone');
  const kit = await kitOf(deps, programme);
  const facts = factsFor(deps, kit, language, source);
  const { until } = facts;
  return {
    title: programme.name,
    paragraphs: [
      sayReady(language, 'forWhom', { forWhom: facts.programme.forWhom }),
      sayReady(language, 'why', { why: facts.programme.why }),
      sayReady(language, 'asks', { months: facts.months }),
      ...(until === undefined ? [] : [sayReady(language, 'until', { until })]),
      sayReady(language, 'ask', { ask: kit.ask || say(language, 'outside.ask') }),
      say(language, 'outside.inside'),
    ],
    link: { to: deps.teams.tabLink(`/go/${source.code}`, programme.name), label: say(language, 'outside.open') },
  };
}
