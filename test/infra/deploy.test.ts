import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { realPrograms } from '../../src/cli/deploy/az.ts';
import { consent } from '../../src/cli/deploy/consent.ts';
import { lookAt } from '../../src/cli/deploy/health.ts';
import { standInOutputs } from '../../src/cli/deploy/infrastructure.ts';
import { readWish } from '../../src/cli/deploy/wish.ts';
import { zipFolder } from '../../src/cli/deploy/zip.ts';

const root = join(import.meta.dirname, '..', '..');
const script = join(root, 'infra/deploy.sh');
const name = 'trial7';
const kept = (): string => join(root, `infra/.deploy/${name}.json`);
/** The shell's own tools and Node, and nothing that belongs to Azure. */
const plainPath = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

function deploy(words: readonly string[], path = plainPath): Ended {
  const env = { ...process.env, PATH: path };
  const { status, stdout, stderr } = spawnSync('bash', [script, ...words], { encoding: 'utf8', env, cwd: tmpdir() });
  return { code: status ?? -1, out: stdout, complaint: stderr };
}

/** An `az` that writes down what it is asked, and answers by the first words, or anywhere in an address. A missing answer is an error. */
function anAz(answers: Readonly<Record<string, unknown>>): { path: string; asked: () => string[]; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-az-'));
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
  const code = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const words = process.argv.slice(2).join(' ');
appendFileSync(${JSON.stringify(join(folder, 'asked'))}, words + '\\n');
const answers = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'answers.json'))}, 'utf8'));
const found = Object.keys(answers).find((key) => words.startsWith(key) || (words.startsWith('rest ') && words.includes(key)));
if (found === undefined) { console.error('ERROR: no answer for ' + words); process.exit(1); }
if (words.endsWith('--output json')) console.log(JSON.stringify(answers[found]));
`;
  const file = join(folder, 'az');
  writeFileSync(file, code);
  chmodSync(file, 0o755);
  const asked = (): string[] =>
    existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];
  return { path: [folder, plainPath].join(delimiter), asked, folder };
}

const outputs = standInOutputs({ name, group: 'g', location: 'l', contact: 'c', rights: [], values: {} });
const wrappedOutputs = Object.fromEntries(
  Object.entries(outputs).map(([key, value]) => [key, { type: 'String', value }]),
);
const usual = {
  version: { 'azure-cli': '2.80.0' },
  'bicep install': null,
  'bicep upgrade': null,
  'account show': { tenantId: '11111111-2222-4333-8444-555555555555', id: 's', name: 'Trial' },
};

describe('the deploy script', function () {
  this.timeout(120_000);
  afterEach(() => {
    for (const file of [kept(), kept().replace('.json', '.parameters.json')]) rmSync(file, { force: true });
  });

  it('is a shell script without a slip', () => {
    execFileSync('bash', ['-n', script]);
  });

  it('prints in a dry run each step and each line, without az and without leaving anything', () => {
    assert.equal(
      spawnSync('az', ['version'], { env: { PATH: plainPath } }).error?.name,
      'Error',
      'az is here: the test shows nothing',
    );
    const { code, out } = deploy(['--name', name, '--contact', 'it@example.org', '--set', 'planSize=B1', '--dry-run']);
    assert.equal(code, 0);
    const steps = [...out.matchAll(/^\d+\/11 ([\w-]+): \S/gm)].map(([, id]) => id);
    assert.deepEqual(steps, [
      ...[
        'tools',
        'sign-in',
        'providers',
        'group',
        'infrastructure',
        'registration',
        'build',
        'code',
        'consent',
        'package',
      ],
      'doctor',
    ]);
    for (const line of [
      'az account show',
      `az group create --name rg-tandem-${name} --location westeurope`,
      `az deployment group create --resource-group rg-tandem-${name} --name tandem --template-file infra/main.bicep`,
      'planSize = "B1"',
      'node src/starter.mjs build',
      `az webapp deploy --resource-group rg-tandem-${name} --name '${name}-<suffix>'`,
      `node src/starter.mjs package --env ${name} --domain`,
      'https://login.microsoftonline.com/<tenant>/adminconsent?client_id=<tab client id>',
      'Nothing was done',
    ])
      assert.ok(
        out.replaceAll(/'(\w+-<suffix>)'/g, "'$1'").includes(line) || out.includes(line.replaceAll("'", '')),
        line,
      );
    assert.ok(!existsSync(kept()));
    assert.ok(!out.includes('Mail.Send'), 'a right that nobody asked for');
  });

  it('names every fault of what was typed at once, and does nothing', () => {
    const { code, complaint, out } = deploy([
      ...[
        '--name',
        'Pilot One',
        '--tenant',
        'ours',
        '--with',
        'everything',
        '--without',
        'directory',
        '--set',
        'machines=two',
      ],
      ...['--set', 'colour=red', '--set', 'budgetStart=2020-01-01'],
    ]);
    assert.equal(code, 2);
    assert.equal(out, '');
    for (const word of [
      '--name',
      '--contact',
      '--tenant',
      'everything',
      'directory',
      'machines=two',
      'colour',
      'budgetStart',
    ])
      assert.ok(complaint.includes(word), word);
    assert.equal(deploy(['install', '--name', name]).code, 2);
    assert.equal(deploy(['--nonsense']).code, 2);
    assert.ok(deploy(['--help']).out.includes('--dry-run'));
  });

  it('says which tool is missing or too old, and what to do', () => {
    const words = ['--name', name, '--contact', 'it@example.org'];
    const none = deploy(words);
    assert.equal(none.code, 1);
    assert.match(none.complaint, /az is not here/);
    const old = deploy(words, anAz({ ...usual, version: { 'azure-cli': '2.40.0' } }).path);
    assert.match(old.complaint, /az is 2\.40\.0, and 2\.\d+\.0 is needed: az upgrade/);
    const elsewhere = deploy([...words, '--tenant', '99999999-2222-4333-8444-555555555555'], anAz(usual).path);
    assert.match(elsewhere.complaint, /az login --tenant 99999999/);
  });

  it('goes on after the last step that was done, and only with the same wish', () => {
    const words = ['--name', name, '--contact', 'it@example.org'];
    const failing = anAz({ ...usual, 'provider register': null });
    const first = deploy(words, failing.path);
    assert.equal(first.code, 1);
    assert.match(first.complaint, /az group create .*\nERROR: no answer/);
    const second = anAz({ ...usual, 'group create': null });
    const next = deploy(['--name', name, '--resume'], second.path);
    assert.match(next.out, /3\/11 providers: .*\(done before\)\n4\/11 group/);
    assert.match(next.complaint, /deployment group list/);
    assert.ok(!second.asked().some((line) => line.startsWith('provider register')));
    assert.equal(deploy(['--name', name, '--resume', '--location', 'northeurope'], second.path).code, 2);
    assert.doesNotMatch(readFileSync(kept(), 'utf8'), /secret|password/i);
  });

  it('hands Bicep what was wished, the former start of the budget, and that the address is bound', () => {
    const words = [
      '--name',
      name,
      '--contact',
      'it@example.org',
      '--set',
      'customDomain=tandem.example.org',
      '--with',
      'photos',
    ];
    const former = { ...wrappedOutputs, domain: { value: 'tandem.example.org' }, budgetStart: { value: '2026-03-01' } };
    const az = anAz({ ...usual, 'group create': null, 'provider register': null, 'deployment group list': former });
    assert.match(deploy(words, az.path).complaint, /deployment group create/);
    const { parameters } = JSON.parse(readFileSync(kept().replace('.json', '.parameters.json'), 'utf8')) as {
      parameters: Record<string, { value: unknown }>;
    };
    assert.equal(parameters['budgetStart']?.value, '2026-03-01');
    assert.equal(parameters['domainIsBound']?.value, true);
    assert.match(JSON.stringify(parameters['appPermissions']), /ProfilePhoto\.Read\.All/);
  });

  it('locks the audit log only when it is meant', () => {
    const shown = {
      'storage container immutability-policy show': { state: 'Unlocked', etag: '"8d"' },
      'storage container immutability-policy lock': null,
    };
    const az = anAz({ ...usual, ...shown, 'deployment group list': wrappedOutputs });
    const asking = deploy(['lock-audit', '--name', name], az.path);
    assert.match(asking.complaint, /Nobody can take this back/);
    assert.ok(!az.asked().some((line) => line.includes('policy lock')));
    assert.equal(deploy(['lock-audit', '--name', name, '--yes'], az.path).code, 0);
    assert.ok(az.asked().some((line) => line.includes('policy lock') && line.includes('--if-match "8d"')));
  });

  it('takes away what runs and its rights, says what stays, and leaves the data', () => {
    const list = [
      { id: '/s/site', type: 'Microsoft.Web/sites' },
      { id: '/s/store', type: 'Microsoft.Storage/storageAccounts' },
      { id: '/s/plan', type: 'Microsoft.Web/serverFarms' },
    ];
    const answers = {
      'resource list': list,
      'resource delete': null,
      'ad app list': [{ id: 'app-1' }],
      'ad app delete': null,
    };
    const more = {
      'rest --method delete': null,
      'consumption budget delete': null,
      'deployment group delete': null,
      'group delete': null,
    };
    const az = anAz({ ...usual, ...answers, 'deployment group list': wrappedOutputs, ...more });
    const asking = deploy(['uninstall', '--name', name], az.path);
    assert.match(asking.complaint, /--yes/);
    assert.ok(!az.asked().some((line) => line.includes('delete')));
    const { code, out } = deploy(['uninstall', '--name', name, '--yes'], az.path);
    assert.equal(code, 0);
    assert.match(out, /stays: storage .*\n.*purge protection/);
    const deleted = az.asked().filter((line) => line.startsWith('resource delete'));
    assert.deepEqual(
      deleted.map((line) => line.split(' ')[3]),
      ['/s/site', '/s/plan'],
    );
    assert.ok(!az.asked().some((line) => line.startsWith('group delete')));
  });

  it('refuses to delete data while the audit log is locked', () => {
    const answers = {
      'resource list': [],
      'ad app list': [],
      'storage container immutability-policy show': { state: 'Locked', etag: '"1"' },
    };
    const more = {
      'consumption budget delete': null,
      'deployment group delete': null,
      'deployment group list': wrappedOutputs,
    };
    const az = anAz({ ...usual, ...answers, ...more });
    const { code, complaint } = deploy(['uninstall', '--name', name, '--yes', '--with-data'], az.path);
    assert.equal(code, 1);
    assert.match(complaint, /The audit log is locked/);
    assert.ok(!az.asked().some((line) => line.startsWith('group delete')));
  });

  it('opens no mailbox that nobody named', () => {
    const az = anAz({ ...usual, 'deployment group list': wrappedOutputs });
    const none = deploy(['mailboxes', '--name', name], az.path).out;
    assert.match(none, /No mailbox is opened/);
    assert.doesNotMatch(none, /New-ManagementRoleAssignment/);
    const one = deploy(['mailboxes', '--name', name, '--mail-from', "o'neill@example.org"], az.path).out;
    assert.match(one, /-Role 'Application Mail\.Send' -CustomResourceScope 'Tandem trial7 mail'/);
    assert.match(one, /-Resource 'o''neill@example\.org'/);
    assert.doesNotMatch(one, /Calendars/);
  });

  it('has a twin for PowerShell that calls the same list of steps with the same words', () => {
    const called = (file: string): string | undefined =>
      /src\/starter\.mjs['"]?\)? (\w+) ["@$]/.exec(readFileSync(join(root, file), 'utf8'))?.[1];
    assert.equal(called('infra/deploy.sh'), 'deploy');
    assert.equal(called('infra/deploy.ps1'), 'deploy');
    const powershell = readFileSync(join(root, 'infra/deploy.ps1'), 'utf8');
    assert.match(powershell, /deploy @args\nexit \$LASTEXITCODE\n$/);
  });
});

describe('the steps of the deployment', () => {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });

  const graph = {
    id: 'graph-1',
    appRoles: ['User.Read.All', 'GroupMember.Read.All', 'AppCatalog.Read.All', 'Mail.Send'].map((value, at) => ({
      id: `r${at}`,
      value,
    })),
    oauth2PermissionScopes: [{ id: 's0', value: 'Calendars.ReadWrite' }],
  };

  async function lookForConsent(words: readonly string[]): Promise<{ said: string; byHand: string; asked: string[] }> {
    const az = anAz({
      'servicePrincipals(appId': graph,
      '--method post': null,
      '--method patch': null,
      '/appRoleAssignments': { value: ['r0', 'r3'].map((appRoleId) => ({ appRoleId, resourceId: 'graph-1' })) },
      '/oauth2PermissionGrants': { value: [] },
    });
    process.env['PATH'] = az.path;
    const [said, byHand]: [string[], string[]] = [[], []];
    await consent.run({
      wish: readWish(['--name', name, '--contact', 'it@example.org', ...words], () => undefined),
      programs: realPrograms(),
      outputs: () => Promise.resolve(outputs),
      keepOutputs: () => undefined,
      say: (line) => void said.push(line),
      byHand: (line) => void byHand.push(line),
    });
    return { said: said.join('\n'), byHand: byHand.join('\n'), asked: az.asked() };
  }

  it('say which rights are missing and which are too many, and show the page', async () => {
    const { said, byHand, asked } = await lookForConsent([]);
    assert.match(
      said,
      /still to be granted: GroupMember\.Read\.All, AppCatalog\.Read\.All, Calendars\.ReadWrite \(in the name of people\)/,
    );
    assert.match(byHand, /Mail\.Send is granted, and nobody asked for it/);
    assert.match(byHand, /Open the consent page/);
    assert.ok(!asked.some((line) => line.includes('--method post')));
  });

  it('grant what is missing, and nothing else, when that was asked for', async () => {
    const { asked } = await lookForConsent(['--grant']);
    const posted = asked.filter((line) => line.includes('--method post'));
    assert.deepEqual(
      posted.map((line) => /"appRoleId":"(\w+)"|"scope":"([\w.]+)"/.exec(line)?.slice(1).join('')),
      ['r1', 'r2', 'Calendars.ReadWrite'],
    );
  });

  it('look whether what was deployed answers, and say which door does not', async () => {
    const answers: Record<string, number> = { '/health/ready': 200, '/tab/': 200, '/api/messages': 401 };
    const server = createServer((req, res) => void res.writeHead(answers[req.url ?? ''] ?? 404).end('{}')).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      await lookAt(origin, 0);
      answers['/api/messages'] = 200;
      await assert.rejects(lookAt(origin, 0, 1), /POST .*\/api\/messages gives 200, and should give 401/);
    } finally {
      server.close();
    }
    await assert.rejects(lookAt(origin, 0, 1), /GET .*\/health\/ready gives/);
  });

  it('put into one file what runs, the same bytes each time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-zip-'));
    mkdirSync(join(folder, 'in/node_modules/a'), { recursive: true });
    const files = {
      'server.mjs': 'run()',
      'server.mjs.map': '{}',
      'node_modules/a/a.js': 'a',
      'node_modules/a/a.d.ts': 'a',
      'node_modules/a/README.md': 'a',
    };
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, 'in', path), text);
    await zipFolder(join(folder, 'in'), join(folder, 'one.zip'));
    const { files: count } = await zipFolder(join(folder, 'in'), join(folder, 'two.zip'));
    const [one, two] = [readFileSync(join(folder, 'one.zip')), readFileSync(join(folder, 'two.zip'))];
    assert.ok(one.equals(two));
    assert.deepEqual(Object.keys(unzipSync(one)), ['node_modules/a/a.js', 'server.mjs', 'server.mjs.map']);
    assert.equal(new TextDecoder().decode(unzipSync(one)['server.mjs']), 'run()');
    assert.equal(count, 3);
    rmSync(folder, { recursive: true });
  });
});
