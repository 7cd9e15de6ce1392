import assert from 'node:assert/strict';
import { createProgramme, addCoordinator, removeCoordinator } from '../../../src/features/programmes/usecases.ts';
import { auditPage, details } from '../../../src/features/privacy/audit/model.ts';
import { lineOf } from '../../../src/features/privacy/audit/rules.ts';
import { auditOfProgramme } from '../../../src/features/privacy/audit/usecases.ts';
import { deeds } from '../../../src/platform/audit/deeds.ts';
import type { AuditEntry } from '../../../src/platform/audit.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';

const [anne, bert, cara, dirk] = [1, 2, 3, 4].map((number) => aPerson(number)) as [
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
];
const draft = {
  ...{ name: 'P', forWhom: 'a', why: 'b', howChosen: 'c', goals: [], language: 'en' as const },
  ...{ startsOn: '2026-04-06', endsOn: '2027-01-06' },
};

/** A programme of Anne and Bert; Cara coordinated it once. */
async function aProgramme() {
  const app = await testApp();
  await app.addPeople(anne, bert, cara, dirk);
  const { deps } = app;
  const { id } = await createProgramme(deps, coordinatorFor(anne), draft);
  await addCoordinator(deps, coordinatorFor(anne), id, bert.id);
  await addCoordinator(deps, coordinatorFor(anne), id, cara.id);
  await removeCoordinator(deps, coordinatorFor(bert), id, cara.id);
  return { app, deps, id };
}

describe('the log of a programme', () => {
  it('tells its coordinators what was done, newest first, and of who only whether it was the reader', async () => {
    const { deps, id } = await aProgramme();
    const object = `programme:${id}`;
    await deps.audit.note({ who: cara.id, what: 'override', object, outcome: 'sent-back' });
    await deps.audit.note({ what: 'identity.read', object: `${object} matching`, outcome: '12 answers' });
    await deps.audit.note({ who: anne.id, what: 'choice.made', object, about: dirk.id, outcome: 'mentor-no' });
    await deps.audit.note({ who: anne.id, what: 'export', object: 'programme:another report', outcome: 'pdf' });
    const page = auditPage.parse(await auditOfProgramme(deps, coordinatorFor(anne), id, undefined));
    assert.deepEqual(
      page.lines.map(({ what, detail, who }) => [what, detail, who]),
      [
        ['choice.made', 'no', 'you'],
        ['identity.read', undefined, 'product'],
        ['override', 'sent-back', 'somebody'],
        ['role.removed', undefined, 'coordinator'],
        ['role.added', undefined, 'you'],
        ['role.added', undefined, 'you'],
        ['role.added', undefined, 'you'],
      ],
    );
    const forBert = await auditOfProgramme(deps, coordinatorFor(bert), id, undefined);
    assert.deepEqual(
      forBert.lines.map(({ who }) => who),
      ['coordinator', 'product', 'somebody', 'you', 'coordinator', 'coordinator', 'coordinator'],
    );
  });

  it('holds no pseudonym, no name and no number of what was read', async () => {
    const { deps, id } = await aProgramme();
    await deps.audit.note({ what: 'identity.read', object: `programme:${id} matching`, outcome: '12 answers' });
    const told = JSON.stringify(await auditOfProgramme(deps, coordinatorFor(anne), id, undefined));
    const people = [anne, bert, cara, dirk];
    const pseudonyms = await Promise.all(people.map((one) => deps.audit.pseudonymOf(one.id)));
    for (const secret of [...pseudonyms, ...people.flatMap(({ id: own, name }) => [own, name]), '12 answers'])
      assert.ok(!told.includes(secret), secret);
  });

  it('leaves out that somebody was forgotten', async () => {
    const { deps, id } = await aProgramme();
    for (const what of ['erasure', 'erasure.undone'] as const)
      await deps.audit.note({ what, object: `programme:${id}`, about: dirk.id });
    const { lines } = await auditOfProgramme(deps, coordinatorFor(anne), id, undefined);
    assert.ok(lines.every(({ what }) => what === 'role.added' || what === 'role.removed'));
  });

  it('goes on in pages of fifty, none twice and none left out', async () => {
    const { deps, id } = await aProgramme();
    for (let turn = 0; turn < 60; turn += 1)
      await deps.audit.note({ who: anne.id, what: 'export', object: `programme:${id} report`, outcome: 'pdf' });
    const first = await auditOfProgramme(deps, coordinatorFor(anne), id, undefined);
    const second = await auditOfProgramme(deps, coordinatorFor(anne), id, first.next);
    assert.deepEqual([first.lines.length, second.lines.length, second.next], [50, 14, undefined]);
    const numbers = [...first.lines, ...second.lines].map(({ number }) => number);
    assert.deepEqual(
      numbers,
      Array.from({ length: 64 }, (_, at) => 64 - at),
    );
  });

  it('is there for who coordinates this programme now, and for nobody else', async () => {
    const { deps, id } = await aProgramme();
    for (const caller of [coordinatorFor(cara), coordinatorFor(dirk), callerFor(anne)])
      await assert.rejects(
        auditOfProgramme(deps, caller, id, undefined),
        (error: unknown) => isFailure(error, 'not-found') && error.reason === 'programme-gone',
      );
  });

  it('shows each deed, one of a later version as something else, and only outcomes of the closed list', () => {
    const entry = (what: string, outcome: string): AuditEntry => ({
      ...{ number: 1, at: 0, who: 'a', what, object: 'programme:p', outcome },
      ...{ op: 'o', key: 'k', before: '', hash: 'h' },
    });
    const shown = (what: string, outcome = 'done') => lineOf(entry(what, outcome), new Set(['b']), 'c');
    for (const deed of deeds) assert.equal(shown(deed).what, deed);
    assert.equal(shown('later.deed').what, 'other');
    for (const word of details) assert.equal(shown('override', word).detail, word);
    for (const outcome of ['12 answers', '3', 'version 2', 'done', 'everybody', 'en'])
      assert.equal(shown('override', outcome).detail, undefined);
    assert.equal(shown('training.path', 'mentee added first-meeting').detail, 'added');
    assert.equal(shown('training.path', 'mentor taken out own-1').detail, 'taken-out');
  });
});
