import assert from 'node:assert/strict';
import { evidenceOf, exportEvidence } from '../../../../src/features/insights/evidence/usecases.ts';
import { addFinding } from '../../../../src/features/insights/findings/usecases.ts';
import { exportReport, renewFigures, reportOf, writeWords } from '../../../../src/features/insights/report/usecases.ts';
import { addCoordinator, changeProgramme } from '../../../../src/features/programmes/usecases.ts';
import type { Language } from '../../../../src/platform/words.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { aPerson, coordinatorFor } from '../../../support/app.ts';
import { aProgramme, colleague, coordinator } from '../../pairs/journey.ts';

const refused = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
const programmeWith = (over: object) => ({
  ...{ name: 'Grow', forWhom: 'all', why: 'growth', howChosen: 'everybody', goals: [], language: 'en' as const },
  ...{ startsOn: '2026-03-02', endsOn: '2026-12-01', ...over },
});

describe('the evaluation report of a programme', () => {
  it('writes itself at the first look, and changes only when new figures are asked for', async () => {
    const { app, programmeId } = await aProgramme();
    const read = async (language: Language = 'en') => reportOf(app.deps, coordinator, programmeId, language);
    const sectionOf = async (id: string) =>
      JSON.stringify((await read()).sections.find((one) => one.id === id)!.blocks);
    assert.match(await sectionOf('purpose'), /growth/);
    await changeProgramme(app.deps, coordinator, programmeId, programmeWith({ why: 'a new reason' }));
    assert.match(await sectionOf('purpose'), /growth/);
    app.pass({ days: 3 });
    await renewFigures(app.deps, coordinator, programmeId);
    assert.match(await sectionOf('purpose'), /a new reason/);
    assert.match(JSON.stringify((await read('nl')).sections[0]), /Voor wie/);
  });

  it('keeps the words when figures are renewed, and says that the figures are others than those that were seen', async () => {
    const { app, programmeId } = await aProgramme();
    await addCoordinator(app.deps, coordinator, programmeId, colleague.personId);
    const wordsOf = async (language: Language) =>
      (await reportOf(app.deps, coordinator, programmeId, language)).sections.find(({ id }) => id === 'purpose')!;
    await writeWords(app.deps, coordinator, programmeId, 'purpose', {
      language: 'en',
      text: 'It was worth it.',
      version: 0,
    });
    assert.deepEqual([(await wordsOf('en')).text, (await wordsOf('en')).isOlder], ['It was worth it.', false]);
    assert.equal((await wordsOf('fr')).borrowed, 'It was worth it.');
    await renewFigures(app.deps, coordinator, programmeId);
    assert.equal((await wordsOf('en')).isOlder, false, 'the same figures are not older');
    await changeProgramme(app.deps, coordinator, programmeId, programmeWith({ why: 'a new reason' }));
    await renewFigures(app.deps, colleague, programmeId);
    assert.deepEqual([(await wordsOf('en')).text, (await wordsOf('en')).isOlder], ['It was worth it.', true]);
  });

  it('loses nothing of two coordinators who write to one section at once', async () => {
    const { app, programmeId } = await aProgramme();
    await addCoordinator(app.deps, coordinator, programmeId, colleague.personId);
    const write = (who: typeof coordinator, text: string, version: number) =>
      writeWords(app.deps, who, programmeId, 'goals', { language: 'en', text, version });
    const outcomes = await Promise.allSettled([write(coordinator, 'First', 0), write(colleague, 'Second', 0)]);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await assert.rejects(write(colleague, 'Over it', 0), refused('words-changed'));
    const section = (await reportOf(app.deps, coordinator, programmeId, 'en')).sections.find(
      ({ id }) => id === 'goals',
    )!;
    assert.ok(['First', 'Second'].includes(section.text));
    await write(colleague, 'After reading', section.version);
    await write(colleague, 'After reading', section.version);
  });

  it('leaves as PDF and slides in four languages, noted before it goes, for its coordinators only', async () => {
    const { app, programmeId } = await aProgramme();
    for (const format of ['pdf', 'pptx'] as const)
      for (const language of ['nl', 'fr', 'de', 'en'] as const) {
        const { bytes, name } = await exportReport(app.deps, coordinator, programmeId, { format, language });
        assert.ok(bytes.length > 5_000, name);
        assert.match(name, new RegExp(`^grow-2026-03-03-${language}\\.${format}$`));
      }
    const stranger = coordinatorFor(aPerson(77));
    await assert.rejects(reportOf(app.deps, stranger, programmeId, 'en'), refused('programme-gone'));
    const asked = exportReport(app.deps, stranger, programmeId, { format: 'pdf', language: 'en' });
    await assert.rejects(asked, refused('programme-gone'));
  });
});

describe('the evidence pack of a programme', () => {
  it('flips its lines with what coordinators do', async () => {
    const { app, programmeId } = await aProgramme();
    const there = async (): Promise<string[]> =>
      (await evidenceOf(app.deps, coordinator, programmeId)).standards
        .flatMap(({ lines }) => lines)
        .flatMap(({ id, isThere }) => (isThere ? [id] : []));
    const before = await there();
    for (const id of ['goals', 'languages', 'team', 'report', 'answered']) assert.ok(!before.includes(id as never), id);
    const text = { forWhom: 'x', why: 'x', howChosen: 'x' };
    const goals = [{ text: 'Meet', measure: 'Share that met', target: '80 %' }];
    const whole = programmeWith({ goals, translations: { nl: text, fr: text, de: text } });
    await changeProgramme(app.deps, coordinator, programmeId, whole);
    await addCoordinator(app.deps, coordinator, programmeId, colleague.personId);
    await writeWords(app.deps, coordinator, programmeId, 'goals', { language: 'en', text: 'We did well.', version: 0 });
    const after = await there();
    assert.deepEqual(
      after.filter((id) => !before.includes(id)),
      ['goals', 'languages', 'report', 'team'],
    );
    await writeWords(app.deps, coordinator, programmeId, 'goals', { language: 'en', text: '', version: 1 });
    assert.ok(!(await there()).includes('report'), 'words that were taken out again');

    await addFinding(app.deps, coordinator, programmeId, {
      ...{ from: 'A group talk', said: 'More time to talk', why: '', what: '', doing: { who: '', until: '' } },
    });
    assert.ok(!(await there()).includes('answered'));
    const pack = await exportEvidence(app.deps, coordinator, programmeId, 'fr');
    assert.match(pack.name, /^grow-ismcp-.*-fr\.pdf$/);
    assert.ok(pack.bytes.length > 10_000);
  });
});
