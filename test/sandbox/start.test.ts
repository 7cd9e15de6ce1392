import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxPorts } from '../../src/sandbox/identity.ts';
import { openDataFolder, type DataFolder } from '../../src/sandbox/start/data-folder.ts';
import { readOptions, StartProblem, type StartOptions } from '../../src/sandbox/start/options.ts';
import { checkPorts } from '../../src/sandbox/start/ports.ts';

const says = (words: RegExp) => (error: unknown) => error instanceof StartProblem && words.test(error.message);

describe('the start of the sandbox', () => {
  let dataDir: string;
  const folders: DataFolder[] = [];
  const optionsWith = (...words: string[]): StartOptions => {
    const options = readOptions(['--data', dataDir, ...words]);
    assert.notEqual(options, 'help');
    return options as StartOptions;
  };
  const open = async (...words: string[]): Promise<DataFolder> => {
    const folder = await openDataFolder(optionsWith(...words));
    folders.push(folder);
    return folder;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-start-'));
  });
  afterEach(async () => {
    for (const folder of folders.splice(0)) folder.free();
    await rm(dataDir, { recursive: true });
  });

  it('has the defaults of the contract', () => {
    const { dataDir: where, ...rest } = readOptions([]) as StartOptions;
    assert.match(where, /data$/);
    const switches = { fresh: false, empty: false, model: false, production: false, traces: false, worker: true };
    assert.deepEqual(rest, {
      port: 3978,
      seed: 7,
      people: 1200,
      logLevel: 'warn',
      graphUrl: undefined,
      today: undefined,
      ...switches,
    });
    assert.deepEqual(Object.values(sandboxPorts(3978)), [3978, 3979, 3980, 3981, 3982, 3983, 3984, 3985, 3986]);
  });

  it('takes every option, and names what it cannot take', () => {
    const given = ['--port', '4100', '--seed', '9', '--people', '300', '--fresh', '--no-worker'];
    const { port, seed, people, fresh, worker } = readOptions(given) as StartOptions;
    assert.deepEqual([port, seed, people, fresh, worker], [4100, 9, 300, true, false]);
    assert.equal((readOptions(['--graph-url', 'http://127.0.0.1:9']) as StartOptions).graphUrl, 'http://127.0.0.1:9');
    assert.equal((readOptions(['--log-level', 'info']) as StartOptions).logLevel, 'info');
    assert.throws(() => readOptions(['--prot', '4100']), says(/--prot/));
    assert.throws(() => readOptions(['--people', 'many']), says(/--people is a whole number/));
    assert.throws(() => readOptions(['--people', '3']), says(/people.*20/s));
    assert.throws(() => readOptions(['--today', 'monday']), says(/--today is an instant/));
    assert.throws(() => readOptions(['--port', '70000']), says(/port/));
    assert.throws(() => readOptions(['--graph-url', 'ftp://x']), says(/--graph-url is an http address/));
    assert.equal(readOptions(['--help']), 'help');
  });

  it('names the port that is taken, what it is for, and the way out', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await assert.rejects(checkPorts(port - 2), says(new RegExp(`Port ${port} \\(Graph\\) is taken.*--port`, 's')));
    await new Promise((resolve) => server.close(resolve));
  });

  it('goes on with the organisation that is kept, from the day on which it began', async () => {
    const first = await open();
    first.free();
    const second = await open();
    assert.deepEqual([first.isNew, second.isNew, second.begun], [true, false, first.begun]);
  });

  it('begins on the day that was asked for', async () => {
    const folder = await open('--today', '2027-03-01T09:00:00Z');
    assert.equal(folder.begun, '2027-03-01T09:00:00.000Z');
  });

  it('refuses a folder with another organisation, and takes it with --fresh', async () => {
    (await open()).free();
    await assert.rejects(open('--seed', '8'), says(/seed 7 with 1200 people.*--fresh/s));
    const fresh = await open('--seed', '8', '--fresh');
    assert.deepEqual([fresh.isNew, fresh.seed], [true, 8]);
  });

  it('never throws away what is not a sandbox’s', async () => {
    await writeFile(join(dataDir, 'thesis.txt'), 'three years of work');
    await assert.rejects(open('--fresh'), says(/holds other files \(thesis\.txt\).*--data/s));
    await rm(join(dataDir, 'thesis.txt'));
    assert.equal((await open()).isNew, true, 'nothing else stood in the way');
  });

  it('lets only one sandbox have a folder, and forgets one that was killed', async () => {
    const other = execFile(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(join(dataDir, 'sandbox.pid'), String(other.pid));
    await assert.rejects(open(), says(new RegExp(`in use by another sandbox \\(process ${other.pid}\\)`)));
    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await ended;
    assert.equal((await open()).isNew, true);
  });

  it('remembers that a story was not told to its end', async () => {
    const first = await open();
    assert.equal(first.story, 'begun');
    first.free();
    const second = await open();
    assert.equal(second.story, 'begun');
    await second.noteTold();
    second.free();
    assert.equal((await open()).story, 'told');
  });

  it('has no command but those of the contract', async () => {
    const starter = join(import.meta.dirname, '../../src/starter.mjs');
    const said = await new Promise<{ code: unknown; text: string }>((resolve) => {
      execFile(process.execPath, [starter, 'fly'], (error, _out, text) => resolve({ code: error?.code, text }));
    });
    assert.equal(said.code, 1);
    assert.match(said.text, /no command "fly".*start, worker, test, check, bench, build, package, tandem/);
  });
});
