import assert from 'node:assert/strict';
import '../../../src/api/routes.ts';
import {
  dropLook,
  lookForOwnData,
  ownDataFile,
  ownEntriesOf,
  viewOwnData,
} from '../../../src/features/privacy/own-data/usecases.ts';
import { doingsOf } from '../../../src/features/privacy/own-data/doings/usecases.ts';
import { ownSources } from '../../../src/features/privacy/own-data/sources/usecases.ts';
import { forgetPerson } from '../../../src/features/privacy/erasing/usecases.ts';
import { findProgramme } from '../../../src/features/programmes/usecases.ts';
import { applications, participations } from '../../../src/features/recruitment/store.ts';
import { callerFor } from '../../support/app.ts';
import { dataOffice, mentee, mentor } from './office.ts';

const me = callerFor(mentee);

describe('everything that is kept about somebody', function () {
  this.timeout(60_000);

  it('is found in every table, counted by kind with when it goes, and read as it is now', async () => {
    const { app, programmeId } = await dataOffice();
    assert.deepEqual(await viewOwnData(app.deps, me), { state: 'none', lines: [] });
    assert.equal((await lookForOwnData(app.deps, me)).state, 'looking');
    await app.run();
    const view = await viewOwnData(app.deps, me);
    assert.equal(view.state, 'there');
    const counts = Object.fromEntries(view.lines.map(({ kind, own, shared, named }) => [kind, [own, shared, named]]));
    assert.deepEqual(counts['programmes application'], [1, 0, 1], 'the own one, and one that holds a "rather not"');
    assert.deepEqual(counts['programmes pair'], [0, 1, 0]);
    assert.deepEqual(counts['programmes thanks'], [0, 1, 0]);
    assert.deepEqual(counts['programmes pairgoal'], [1, 0, 0]);
    assert.deepEqual(counts['people preferences'], [1, 0, 0]);
    const entries = async (kind: string) => JSON.stringify(await ownEntriesOf(app.deps, me, kind, 0));
    assert.match(await entries('programmes application'), /zz own words/);
    assert.match(await entries('programmes thanks'), /Person 501.*zz to the mentee|zz to the mentee.*Person 501/);
    assert.match(await entries('programmes application'), /"text":"Sent".*"text":"Mentee".*"text":"Both are fine"/);
    assert.match(await entries('programmes pair'), /"text":"Active"/);
    const { name } = (await findProgramme(app.deps, programmeId))!;
    const lines = (await ownEntriesOf(app.deps, me, 'people pair', 0)).entries;
    assert.deepEqual(lines, [[{ label: 'Programme', text: name }]], 'the name of the programme, and no id');
    const row = await applications.find(app.deps.tables, programmeId, mentee.id);
    await app.deps.tables.commit([
      applications.replace(row!, { ...row!.value, answers: { ...row!.value.answers, motivation: 'zz corrected' } }),
    ]);
    assert.match(await entries('programmes application'), /zz corrected/);
  });

  it('shows nothing of what others wrote for others, nor a nomination, in page or file', async () => {
    const { app } = await dataOffice();
    await lookForOwnData(app.deps, me);
    await app.run();
    const { lines } = await viewOwnData(app.deps, me);
    assert.ok(!lines.some(({ kind }) => kind === 'programmes nomination'), 'not even that there is one');
    const pages = await Promise.all(lines.map(({ kind }) => ownEntriesOf(app.deps, me, kind, 0)));
    const file = new TextDecoder().decode((await ownDataFile(app.deps, me, [])).bytes);
    for (const told of [JSON.stringify(pages), file]) {
      assert.match(told, /zz a goal/);
      assert.doesNotMatch(told, /zz words of the mentor|secret nomination|ratherNot":\["0/);
    }
  });

  it('is nothing of somebody else’s: not by the address of an entry either', async () => {
    const { app } = await dataOffice();
    const other = callerFor(mentor);
    await lookForOwnData(app.deps, other);
    await app.run();
    const told = JSON.stringify(await ownEntriesOf(app.deps, other, 'programmes application', 0));
    assert.match(told, /zz words of the mentor/);
    assert.doesNotMatch(told, /zz own words/);
    assert.deepEqual(
      (await ownEntriesOf(app.deps, other, 'programmes pairgoal', 0)).entries,
      [],
      'goals are the mentee’s',
    );
    await assert.rejects(() => ownEntriesOf(app.deps, me, 'programmes application', 0), /look-first/);
  });

  it('says what was done with it: what the log notes about this person, and when answers were read for a matching', async () => {
    const { app, programmeId } = await dataOffice();
    await app.deps.audit.note({
      who: mentor.id,
      what: 'training.exception',
      object: `programme:${programmeId}`,
      about: mentee.id,
    });
    await app.deps.audit.note({
      who: mentee.id,
      what: 'training.exception',
      object: `programme:${programmeId}`,
      about: mentor.id,
    });
    await app.deps.audit.note({ what: 'identity.read', object: `programme:${programmeId}` });
    await app.deps.audit.note({ what: 'identity.read', object: 'programme:other' });
    await app.deps.tables.commit([participations.put(mentee.id, programmeId, { programmeId })]);
    const lines = await doingsOf(app.deps, me);
    assert.deepEqual(
      lines.map(({ what, who }) => [what, who]),
      [
        ['identity.read', 'product'],
        ['training.exception', 'somebody'],
      ],
    );
  });

  it('opens in the file what is sealed, for its person', async () => {
    const { app } = await dataOffice();
    await lookForOwnData(app.deps, me);
    await app.run();
    const file = JSON.parse(new TextDecoder().decode((await ownDataFile(app.deps, me, ownSources)).bytes)) as object;
    assert.ok('identity' in file && 'entries' in file);
  });

  it('is forgotten where it lay after a week, and looked for anew when somebody asks', async () => {
    const { app } = await dataOffice();
    const { at = 0 } = await lookForOwnData(app.deps, me);
    await lookForOwnData(app.deps, me);
    await app.run();
    app.pass({ days: 8 });
    await app.run();
    assert.equal((await viewOwnData(app.deps, me)).state, 'none');
    await dropLook(app.deps, { personId: mentee.id, at: String(at) });
    await lookForOwnData(app.deps, me);
    await app.run();
    assert.equal((await viewOwnData(app.deps, me)).state, 'there');
  });

  it('goes with the person who is forgotten while it is being looked for', async () => {
    const { app } = await dataOffice();
    await lookForOwnData(app.deps, me);
    await forgetPerson(app.deps, mentee.id, 'asked');
    for (let round = 0; round < 6; round += 1) {
      await app.run();
      app.pass({ hours: 3 });
    }
    assert.deepEqual(await viewOwnData(app.deps, me), { state: 'none', lines: [] });
  });
});
