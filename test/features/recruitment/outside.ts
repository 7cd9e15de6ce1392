/** A programme that recruits, a helper of it, and somebody without a tab; what is on the papers that come out. */
import { addHelper } from '../../../src/features/recruitment/helping/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import type { EntryDraft } from '../../../src/features/recruitment/forms/model.ts';
import { paperForms } from '../../../src/features/recruitment/forms/store.ts';
import { printForms } from '../../../src/features/recruitment/forms/printing/usecases.ts';
import type { Handed, SlipDraft, SpokenAnswers } from '../../../src/features/recruitment/slips/model.ts';
import { someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { readPdf } from '../../support/papers.ts';
import { aCall, office } from './office.ts';

export const [worker, helperPerson, other] = [aPerson(1), aPerson(2), aPerson(3)] as const;
export const helper = callerFor(helperPerson);

export function spoken(over: Partial<SpokenAnswers> = {}): SpokenAnswers {
  const { wishes: _wishes, ratherNot: _ratherNot, ...rest } = someAnswers();
  return { ...rest, ...over };
}

export const aSlip = (over: Partial<SlipDraft> = {}): SlipDraft => ({
  ...{ personId: worker.id, answers: spoken({ motivation: 'I work nights' }), language: 'nl' },
  ...over,
});

export async function hall() {
  const found = await office(4);
  const { app, me } = found;
  await sendCall(app.deps, me, 'p1', aCall());
  await app.run();
  await addHelper(app.deps, me, 'p1', helperPerson.id);
  const print = async (copies: number): Promise<string[]> => {
    const before = new Set((await paperForms.list(app.deps.tables, 'p1')).map(({ value }) => value.serial));
    await printForms(app.deps, me, 'p1', { language: 'fr', copies });
    const rows = await paperForms.list(app.deps.tables, 'p1');
    return rows.map(({ value }) => value.serial).filter((one) => !before.has(one));
  };
  return { ...found, print };
}

export const textOf = async ({ pdf }: Handed): Promise<string> => (await readPdf(Buffer.from(pdf, 'base64'))).text;

/** As somebody reads it off the paper. */
export async function codeOn(handed: Handed): Promise<string> {
  return /[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(await textOf(handed))?.[0] ?? '';
}

export const signed = 'A1 B4 C5 S1';
export const unsigned = 'A1 B4 C5';
export const anEntry = (serial: string, over: Partial<EntryDraft> = {}): EntryDraft => ({
  ...{ serial, personId: worker.id, boxes: signed, motivation: '' },
  ...over,
});
