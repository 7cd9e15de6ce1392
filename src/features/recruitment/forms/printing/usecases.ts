/** Printing forms, each with a number of its own that is kept, so that only what was printed can be given in. */
import type { Caller, Download } from '../../../../platform/doors.ts';
import { idFor, shortCodeOf } from '../../../../platform/ids.ts';
import { fileName, paperTypes } from '../../../../platform/papers.ts';
import type { FormQuestion, PaperFormSheet } from '../../../../platform/papers/paper-form.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import { sayDay, type Language } from '../../../../platform/words.ts';
import type { Programme } from '../../../programmes/model.ts';
import { coordinatedProgramme } from '../../../programmes/usecases.ts';
import { linkOf } from '../../kit/usecases.ts';
import { keepSource } from '../../sources/usecases.ts';
import { closingDayOf } from '../../usecases.ts';
import { say as sayQuestion } from '../../words.ts';
import { boxGroups, formVersion, type BoxGroup, type PrintDraft } from '../model.ts';
import { paperForms } from '../store.ts';
import { say } from '../words.ts';

export async function printForms(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { language, copies }: PrintDraft,
): Promise<Download> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const source = await keepSource(deps, { programmeId, channel: 'paper', language });
  const closesOn = await closingDayOf(deps, programmeId);
  const request = idFor(caller, 'forms');
  const serials = Array.from({ length: copies }, (_, at) => shortCodeOf(request, String(at)));
  const printed = { programmeId, version: formVersion, language, printedAt: deps.clock.now() };
  const made = serials.map((serial) => paperForms.create(programmeId, serial, { ...printed, serial }));
  // They are there already where the same request comes again.
  await unlessChanged(deps.tables.commit(made));
  const { writePaperForm } = await import('../../../../platform/papers/paper-form.ts');
  const bytes = await writePaperForm({
    ...wordsOf(programme, language, closesOn),
    copies: serials.map((serial) => ({
      serial: writtenSerial(serial),
      link: `${linkOf(deps, source)}?form=${formVersion}&serial=${serial}`,
    })),
  });
  return { name: fileName([programme.name, say(language, 'form.file'), language], 'pdf'), type: paperTypes.pdf, bytes };
}

/** `K7M2-9XQD`. */
const writtenSerial = (serial: string): string => `${serial.slice(0, 4)}-${serial.slice(4)}`.toUpperCase();

function wordsOf(
  { name: programme, forWhom, zone }: Programme,
  language: Language,
  closesOn: string | undefined,
): Omit<PaperFormSheet, 'copies'> {
  const until = closesOn === undefined ? 'none' : sayDay(language, Date.parse(closesOn), zone);
  const questions = boxGroups.map((group) => questionOf(language, group));
  return {
    language,
    title: say(language, 'form.title', { programme }),
    lead: [say(language, 'form.for', { forWhom }), say(language, 'form.how'), say(language, 'form.hand', { until })],
    scan: say(language, 'form.scan'),
    person: [say(language, 'form.name'), say(language, 'form.department')],
    questions: questions.slice(0, -2),
    writing: sayQuestion(language, 'q.motivation'),
    last: questions.slice(-2),
    sign: [say(language, 'form.date'), say(language, 'form.signature')],
    foot: say(language, 'form.foot', { programme, version: formVersion }),
  };
}

function questionOf(language: Language, group: BoxGroup): FormQuestion {
  const q = (key: Parameters<typeof sayQuestion>[1], values?: Parameters<typeof sayQuestion>[2]): string =>
    sayQuestion(language, key, values);
  const { letter, of } = group;
  switch (of) {
    case 'role':
      return {
        ...{ letter, question: q('q.role'), hint: say(language, 'form.one'), columns: 3 },
        options: group.options.map((one) => q(`role.${one}`)),
      };
    case 'languages':
      return {
        ...{ letter, question: q('q.languages'), hint: q('q.languages.hint'), columns: 5 },
        options: group.options.map((one) => q(`spoken.${one}`)),
      };
    case 'sought':
    case 'offered':
      return {
        ...{ letter, question: q(`q.${of}`), hint: say(language, `form.${of}`), columns: 3 },
        options: group.options.map((one) => q(`topic.${one}`)),
      };
    case 'meeting':
      return {
        ...{ letter, question: q('q.meeting'), columns: 3 },
        options: group.options.map((one) => q(`meeting.${one}`)),
      };
    case 'hours':
      return {
        ...{ letter, question: q('q.hours'), columns: 6 },
        options: group.options.map((hours) => q('q.hours.value', { hours })),
      };
    case 'capacity':
      return {
        ...{ letter, question: q('q.capacity'), hint: say(language, 'form.mentors'), columns: 3 },
        options: group.options.map(String),
      };
    case 'values':
      return {
        ...{ letter, question: q('q.values'), columns: 4 },
        options: group.options.map((one) => q(`value.${one}`)),
      };
    case 'ambitions':
      return {
        ...{ letter, question: q('q.ambitions'), hint: q('q.ambitions.hint'), columns: 3 },
        options: group.options.map((one) => q(`ambition.${one}`)),
      };
    case 'interests':
      return {
        ...{ letter, question: q('q.interests'), hint: q('q.interests.hint'), columns: 4 },
        options: group.options.map((one) => q(`interest.${one}`)),
      };
    case 'mayShowName':
      return {
        ...{ letter, question: q('q.mayShowName'), hint: say(language, 'form.mentors'), columns: 1 },
        options: [say(language, 'form.yes')],
      };
    case 'signed':
      return {
        ...{ letter, question: say(language, 'form.signed'), columns: 1 },
        options: [say(language, 'form.signed.yes')],
      };
    default:
      return group satisfies never;
  }
}
