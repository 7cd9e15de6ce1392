import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { compose, type Composed } from '../../src/cli/package/compose.ts';
import { sayFault } from '../../src/cli/package/fault.ts';
import { readSource, type PackageFiles } from '../../src/cli/package/files.ts';
import { drawIcons, iconFaults, iconNames, outlineOf } from '../../src/cli/package/icons.ts';
import { findInstallation, readWords, type Installation } from '../../src/cli/package/installation.ts';
import { languages } from '../../src/platform/words.ts';
import { productVersion } from '../../src/platform/version.ts';
import { findPage } from '../../src/tab/page-table.tsx';
import { pages } from '../../src/tab/pages.tsx';
import { say } from '../../src/tab/words.ts';
import { givenOf, spoils, spoilsAlone, type Spoil } from './package/spoils.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

const installation: Installation = {
  env: 'trial',
  domain: 'tandem.example.com',
  tabClientId: '7232a23d-ab05-4839-a9f0-afe86cf321d3',
  botId: '57a736fa-2dd0-4eaf-a7f1-322f48a97f81',
  teamsAppId: '57a736fa-2dd0-4eaf-a7f1-322f48a97f81',
  version: productVersion,
  language: 'en',
  suffix: '',
};

describe('the Teams app package', function () {
  this.timeout(60_000);
  let files: PackageFiles;

  before(async () => {
    files = await readSource();
  });

  async function composed(change: Partial<Installation> = {}): Promise<Composed> {
    const outcome = await compose(files, { ...installation, ...change });
    if ('faults' in outcome) throw new Error(outcome.faults.map(sayFault).join('\n'));
    return outcome;
  }

  async function contents(change: Partial<Installation> = {}): Promise<Record<string, string>> {
    const unpacked = unzipSync((await composed(change)).bytes);
    return Object.fromEntries(Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)]));
  }

  async function faultsAfter(...chosen: readonly Spoil[]): Promise<string[]> {
    const given = givenOf(files, installation);
    for (const { spoil } of chosen) spoil(given);
    const outcome = await compose(given.files, given.installation);
    return 'faults' in outcome ? outcome.faults.map(sayFault) : [];
  }

  it('holds nothing of another installation, and nothing that is still to be filled in', async () => {
    const other = { domain: 'mentoring.example.org', botId: 'b'.repeat(8) + '-0000-4000-8000-000000000001' };
    const text = JSON.stringify(
      await contents({
        ...other,
        teamsAppId: other.botId,
        tabClientId: 'c'.repeat(8) + '-0000-4000-8000-000000000002',
      }),
    );
    for (const value of [installation.domain, installation.botId, installation.tabClientId, '${{'])
      assert.ok(!text.includes(value), value);
    assert.ok(text.includes(other.domain) && text.includes(other.botId));
  });

  it('has every string in four languages, whichever is the one for everybody else', async () => {
    for (const language of languages) {
      const unpacked = await contents({ language, suffix: '(test)' });
      const { manifest } = await composed({ language });
      const others = languages.filter((one) => one !== language);
      assert.equal(manifest.localizationInfo.defaultLanguageTag, language);
      assert.deepEqual(
        Object.keys(unpacked).toSorted(),
        ['manifest.json', ...iconNames, ...others.map((one) => `${one}.json`)].toSorted(),
      );
      for (const [place, key] of [
        [0, 'nav.mine'],
        [2, 'nav.stories'],
        [3, 'nav.help'],
      ] as const) {
        assert.equal(manifest.staticTabs[place]?.name, say(language, key));
        for (const other of others) {
          const texts = JSON.parse(unpacked[`${other}.json`] ?? '') as Record<string, string>;
          assert.equal(texts[`staticTabs[${place}].name`], say(other, key));
          assert.equal(texts['name.short'], 'Tandem (test)');
        }
      }
    }
  });

  it('opens pages that are there, and says its version to each', async () => {
    const { manifest } = await composed();
    const opened = manifest.staticTabs.flatMap(({ contentUrl }) =>
      contentUrl === undefined ? [] : [new URL(contentUrl)],
    );
    assert.ok(opened.length >= 3 && opened.length <= 16);
    for (const { pathname, searchParams } of opened) {
      assert.ok(findPage(pages, pathname.replace('/tab', '')), pathname);
      assert.equal(searchParams.get('package'), productVersion);
    }
  });

  it('has the icons that the drawing gives, byte for byte', async () => {
    const drawn = await drawIcons();
    for (const name of iconNames) {
      assert.deepEqual(
        Buffer.from(files.get(name) ?? []),
        Buffer.from(drawn[name]),
        `${name}: npm run package -- --icons`,
      );
      assert.deepEqual(iconFaults(name, files.get(name)), []);
    }
    assert.throws(() => outlineOf('<svg/>'), /has no viewBox/);
  });

  for (const spoiled of [...spoils, ...spoilsAlone])
    it(`is not made with ${spoiled.name}`, async () => {
      const told = await faultsAfter(spoiled);
      assert.ok(
        told.some((one) => spoiled.told.test(one)),
        told.join('\n') || 'nothing was said',
      );
    });

  it('is refused with all that is wrong with it at once, each in one sentence', async () => {
    const chosen = fc.subarray([...spoils], { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(chosen, async (some) => {
        const told = await faultsAfter(...some);
        for (const { name, told: wanted } of some)
          assert.ok(
            told.some((one) => wanted.test(one)),
            `${name} was not named:\n${told.join('\n')}`,
          );
        for (const one of told) assert.ok(!one.includes('\n') && /: .{8,}/.test(one), one);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the installation of a package', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-package-'));
    await mkdir(join(folder, 'env'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const find = (words: string[], environment: Record<string, string> = {}): Installation =>
    findInstallation(readWords(words), environment, folder);
  const ids = { TAB_CLIENT_ID: installation.tabClientId, BOT_ID: installation.botId };

  it('comes from options before the file, and from the file before the environment', async () => {
    await writeFile(
      join(folder, 'env/.env.dev'),
      `TAB_DOMAIN=file.example.com\nBOT_ID=${installation.botId}\nTEAMS_APP_ID=\n`,
    );
    const environment = { ...ids, TAB_DOMAIN: 'environment.example.com' };
    assert.equal(find(['--env', 'dev'], environment).domain, 'file.example.com');
    assert.equal(find(['--env', 'dev', '--domain', 'Option.example.com'], environment).domain, 'option.example.com');
    assert.equal(find([], { ...environment, BASE_URL: 'https://other.example.com' }).domain, 'environment.example.com');
    assert.equal(
      find(['--env', 'live'], { ...ids, BASE_URL: 'https://server.example.com' }).domain,
      'server.example.com',
    );
  });

  it('has the bot’s id where no other was given, as the server does', () => {
    const given = { ...ids, TAB_DOMAIN: 'a.example.com' };
    assert.equal(find([], given).teamsAppId, installation.botId);
    const own = '1111111a-2222-4333-8444-555555555555';
    assert.equal(find(['--teams-app-id', own.toUpperCase()], given).teamsAppId, own);
  });

  it('is the sandbox where nothing was said: the one that is kept, or the one that would be made', async () => {
    const { env, domain, botId } = find([]);
    assert.deepEqual([env, domain], ['sandbox', '127.0.0.1:3978']);
    await mkdir(join(folder, 'data'));
    await writeFile(
      join(folder, 'data/sandbox.env'),
      `BASE_URL="http://127.0.0.1:5555"\nTAB_CLIENT_ID="x"\nBOT_ID="y"\n`,
    );
    assert.equal(find([]).domain, '127.0.0.1:5555');
    assert.notEqual(find([]).botId, botId);
  });

  it('says all that is missing, and where to write it', () => {
    assert.throws(() => find(['--env', 'dev']), /env\/\.env\.dev[^]*TAB_DOMAIN[^]*TAB_CLIENT_ID[^]*BOT_ID/);
    assert.throws(() => find(['--language', 'es']), /--language es is none of nl, fr, de, en/);
    assert.throws(() => find(['--env', '../x']), /cannot be part of a file name/);
    assert.throws(() => find(['--nonsense']), /nonsense[^]*--domain HOST/);
  });
});

describe('npm run package', function () {
  this.timeout(120_000);
  const command = [join(root, 'src/starter.mjs'), 'package'];
  const environment = { PATH: process.env['PATH'] ?? '' };
  const built = (name: string): string => join(root, 'build', `tandem-${name}.zip`);

  it('makes a package without any input, and says what it is and what comes next', async () => {
    await rm(built('sandbox'), { force: true });
    const { stdout } = await run(process.execPath, command, { cwd: root, env: environment });
    const bytes = await readFile(built('sandbox'));
    const { id, version } = JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array())) as {
      id: string;
      version: string;
    };
    for (const part of ['tandem-sandbox.zip', `${(bytes.length / 1000).toFixed(1)} kB`, id, version, '--env dev'])
      assert.ok(stdout.includes(part), part);
  });

  it('makes the same to the byte for the same installation, whenever and in whichever time zone', async () => {
    const words = ['--env', 'same', '--domain', 'a.example.com', '--bot-id', installation.botId];
    const made: string[] = [];
    for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      const all = [...command, ...words, '--tab-client-id', installation.tabClientId];
      await run(process.execPath, all, { cwd: root, env: { ...environment, TZ } });
      made.push(await readFile(built('same'), 'base64'));
    }
    await rm(built('same'));
    assert.equal(new Set(made).size, 1);
  });

  it('writes nothing when something is wrong, and ends with 1', async () => {
    const words = [
      '--env',
      'spoiled',
      '--domain',
      'https://a.example.com/tab',
      '--bot-id',
      'a',
      '--tab-client-id',
      'b',
    ];
    const ended = await run(process.execPath, [...command, ...words], { cwd: root, env: environment }).catch(
      (error: unknown) => error as { code: number; stderr: string },
    );
    assert.ok('code' in ended && ended.code === 1);
    assert.match(ended.stderr, /TAB_CLIENT_ID: "b" is no id[^]*BOT_ID: "a" is no id[^]*TAB_DOMAIN: "https/);
    await assert.rejects(stat(built('spoiled')), /ENOENT/);
  });
});

describe('the files of the Agents Toolkit', () => {
  it('name what is there: variables of the environment, files, and the version of the product', async () => {
    const [steps = '', dev = ''] = await Promise.all(
      ['m365agents.yml', 'env/.env.dev'].map((name) => readFile(join(root, name), 'utf8')),
    );
    const known = [...dev.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const used = [...steps.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name);
    assert.ok(used.length > 4);
    for (const name of used) assert.ok(known.includes(name), name);
    const template = await readFile(join(root, 'appPackage/manifest.json'), 'utf8');
    for (const [, name] of template.matchAll(/\$\{\{(\w+)\}\}/g)) assert.ok(known.includes(name), name);
    assert.match(dev, new RegExp(`^APP_VERSION=${productVersion.replaceAll('.', '\\.')}$`, 'm'));
    for (const [, path] of steps.matchAll(/appPackagePath: (\S+)/g))
      assert.equal(path, './build/tandem-${{TEAMSFX_ENV}}.zip');
  });
});
