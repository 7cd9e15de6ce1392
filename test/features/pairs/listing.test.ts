import assert from 'node:assert/strict';
import { exportPairs } from '../../../src/features/pairs/listing/usecases.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { writeTable } from '../../../src/platform/papers.ts';
import { aPerson, coordinatorFor } from '../../support/app.ts';
import { readSheets } from '../../support/papers.ts';
import { coordinator, published } from './journey.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the list of pairs as a file', function () {
  this.timeout(60_000);

  it('holds every pair that is or was, in the reader’s language, and no offer that came to nothing', async () => {
    const { app, programmeId } = await published(3, 3);
    await app.run();
    const [first] = await pairs.list(app.deps.tables, programmeId);
    await app.deps.tables.commit([pairs.replace(first!, { ...first!.value, state: 'declined' })]);
    const { name, bytes } = await exportPairs(app.deps, coordinator, programmeId, { format: 'csv', language: 'nl' });
    assert.match(name, /^grow-.*-2026-03-03\.csv$/);
    const [head, ...rows] = textOf(bytes).trim().split('\r\n');
    assert.equal(head?.replace('\uFEFF', ''), 'Mentee,Mentor,Waar ze staan,Sinds');
    assert.equal(rows.length, 2);
    assert.match(rows[0] ?? '', /^Person \d+,Person \d+,.+,2026-03-03$/);
    const workbook = await exportPairs(app.deps, coordinator, programmeId, { format: 'xlsx', language: 'nl' });
    assert.equal(readSheets(workbook.bytes)[0]?.length, 3);
  });

  it('is for the team of the programme, and noted before it goes', async () => {
    const { app, programmeId } = await published(1, 1);
    const stranger = coordinatorFor(aPerson(950));
    const wish = { format: 'csv', language: 'en' } as const;
    await assert.rejects(exportPairs(app.deps, stranger, programmeId, wish), (error) => isFailure(error, 'not-found'));
    const noted: unknown[] = [];
    const { audit } = app.deps;
    Object.assign(app.deps, { audit: { ...audit, note: async (one: unknown) => void noted.push(one) } });
    await exportPairs(app.deps, coordinator, programmeId, wish);
    const object = `programme:${programmeId} pairs`;
    assert.deepEqual(noted, [{ who: coordinator.personId, what: 'export', object, outcome: 'csv' }]);
  });

  it('begins no formula, whatever a name begins with', async () => {
    const names = ['=1+1', '+1', '-1', '@cmd', '\t=1', '＝1', 'a;=1'];
    const table = { title: 'T', head: ['=head'], rows: names.map((one) => [one]) };
    const cells = readSheets(await writeTable(table, 'xlsx')).flat(2);
    assert.equal(cells.filter((one) => /^[=+\-@\t＝]/.test(one)).length, 0);
    const lines = textOf(await writeTable(table, 'csv'))
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n');
    assert.deepEqual(
      lines.filter((one) => /(^"?|;)[=+\-@\t＝]/.test(one)),
      [],
    );
    assert.equal(lines.length, names.length + 1);
  });
});
