import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { connected } from '../../src/cli/doctor.ts';
import { standings } from '../../src/features/matching/store.ts';
import { pairLines, pairs } from '../../src/features/pairs/store.ts';
import { reachStage } from '../../src/features/programmes/usecases.ts';
import { everyRow } from '../../src/platform/tables/whole.ts';
import { someAnswers } from '../support/applications.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

/** `tandem …` as an administrator types it; its exit code and what it said. */
function tandem(...words: readonly string[]): Promise<{ code: number; text: string }> {
  const starter = join(import.meta.dirname, '../../src/starter.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [starter, 'tandem', ...words], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, text: out + err }),
    );
  });
}

describe('being forgotten, on the servers of the sandbox', function () {
  this.timeout(600_000);
  let sandbox: TestSandbox;
  let env = '';
  let programmeId = '';
  let gone: SandboxPerson & { mail?: string | null };
  let partner: SandboxPerson;

  before(async () => {
    sandbox = await startTestSandbox('--people', '120');
    env = join(sandbox.data, 'sandbox.env');
    await sandbox.control('/clock', { hours: 0 });
    const people = await sandbox.control<SandboxPerson[]>('/people');
    const coordinator = people.find(({ role }) => role === 'coordinator')!.id;
    [gone, partner] = people.filter((one) => one.role === 'employee' && one.hasMailbox && one.enabled) as [
      SandboxPerson,
      SandboxPerson,
    ];
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
      ...{ name: 'Growing together', language: 'en', goals: [], startsOn: '2027-03-01', endsOn: '2028-01-10' },
      ...{ forWhom: 'Colleagues who want to grow.', why: 'A talk a month helps.', howChosen: 'Everybody gets this.' },
    });
    programmeId = id;
    await sandbox.api(coordinator, 'POST', `/programmes/${id}/calls`, {
      ...{ audience: { kind: 'all' }, words: {}, closesOn: '2027-03-29' },
    });
    const apply = (personId: string, over: object) =>
      sandbox.api(personId, 'PUT', `/programmes/${id}/application`, { answers: someAnswers(over), apply: true });
    await apply(gone.id, { role: 'mentee', motivation: 'zzcanary motivation' });
    await apply(partner.id, { role: 'mentor', offered: [{ topic: 'networking', level: 2 }], ratherNot: [gone.id] });
    const { deps, stop } = await connected(env);
    await reachStage(deps, id, 'run');
    await deps.tables.commit([
      pairs.create(id, 'pair-1', {
        ...{ id: 'pair-1', programmeId: id, proposalId: 'proposal-1', menteeId: gone.id, mentorId: partner.id },
        ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: Date.parse('2027-03-01') },
      }),
      standings.put(id, 'pair-1', { menteeId: gone.id, mentorId: partner.id, state: 'living' }),
    ]);
    for (const { id: personId } of [gone, partner])
      await deps.tables.commit([pairLines.put(personId, 'pair-1', { programmeId: id, pairId: 'pair-1' })]);
    stop();
    const pair = `/programmes/${id}/pairs/pair-1`;
    await sandbox.api(gone.id, 'POST', `${pair}/goals`, { text: 'zzcanary goal' });
    await sandbox.api(gone.id, 'POST', `${pair}/thanks`, { text: 'zzcanary thanks', show: true });
    await sandbox.api(gone.id, 'PUT', '/me/passport', {
      ...{ needs: [], words: { text: 'zzcanary passport', for: 'partner' }, speak: [], halves: [], days: [] },
    });
    await sandbox.api(partner.id, 'POST', `${pair}/thanks`, { text: 'words of the partner', show: false });
  });
  after(() => sandbox?.stop());

  async function everything(): Promise<string> {
    const { deps, stop } = await connected(env);
    const found: string[] = [];
    for await (const { table, partition, rowKey, text } of everyRow(deps.tables))
      found.push(`${table} ${partition} ${rowKey} ${text}`);
    stop();
    return found.join('\n');
  }

  it('is told by a command what it would be, and does nothing without a yes', async () => {
    const { code, text } = await tandem('erase', '--person', gone.id, '--env', env);
    assert.equal(code, 1, text);
    assert.match(text, /programmes application\s+1 theirs\s+1 name them/);
    assert.match(text, /Nothing was done/);
    assert.match((await tandem('erase', '--person', 'somebody', '--env', env)).text, /36 characters/);
    assert.ok((await everything()).includes('zzcanary motivation'));
  });

  it('leaves nothing of what somebody gave through the doors, also when the directory goes on naming them', async () => {
    await sandbox.api(gone.id, 'POST', '/me/forgetting', {});
    await assert.rejects(() => sandbox.api(gone.id, 'GET', '/me/home'), /410/);
    await sandbox.pass(1);
    // The next readings of the directory, in which they still stand.
    await sandbox.pass(1);
    const left = (await everything()).split('\n').filter((one) => one.includes(gone.id) || one.includes('zzcanary'));
    assert.deepEqual(left, []);
    assert.match((await tandem('erase', '--person', gone.id, '--yes', '--env', env)).text, /Forgotten: \d+ rows/);
  });

  it('leaves the partner what is theirs, with a pair that is over', async () => {
    const { state, partner: other } = await sandbox.api<{ state: string; partner: { name: string } }>(
      ...([partner.id, 'GET', `/programmes/${programmeId}/pairs/pair-1`] as const),
    );
    assert.equal(state, 'ended');
    assert.equal(other.name.includes(gone.name), false);
    assert.ok((await everything()).includes('words of the partner'));
    const messages = await sandbox.control<unknown[]>(`/messages?personId=${partner.id}`);
    assert.match(JSON.stringify(messages), /has ended|is afgelopen|prend fin|geendet|beendet|gestopt|terminé/);
  });

  it('can be taken back by coming back, with nothing of before', async () => {
    assert.deepEqual(
      await sandbox.api(gone.id, 'GET', '/me/forgetting').then((told) => (told as { state: string }).state),
      'done',
    );
    await sandbox.api(gone.id, 'DELETE', '/me/forgetting');
    await sandbox.api(gone.id, 'GET', '/me/home');
    assert.deepEqual(await sandbox.api(gone.id, 'GET', '/me/pairs'), []);
  });
});
