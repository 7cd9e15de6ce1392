import assert from 'node:assert/strict';
import { rights, usualRights, permissionsOf } from '../../src/cli/deploy/permissions.ts';
import { outputsSchema } from '../../src/cli/deploy/kept.ts';
import { graphCalls } from '../../src/platform/graph/permissions.ts';
import { appRoles } from '../../src/platform/doors.ts';
import { bicepPaths, bicepReader, entriesOf, every, readInfra, variable, type BicepFile } from '../support/bicep.ts';

/** What a module takes and does not get, gets and does not take, and gives that nobody has. */
function misfits(files: readonly BicepFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) =>
    file.calls.flatMap(({ symbol, file: path, given }) => {
      const called = byPath.get(path);
      if (!called) return [`${file.path}: there is no ${path}`];
      const names = called.parameters.map(({ name }) => name);
      const needed = called.parameters.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
      const used = [...file.text.matchAll(new RegExp(`\\b${symbol}\\.outputs\\.(\\w+)`, 'g'))].map(
        ([, name]) => name ?? '',
      );
      return [
        ...needed.filter((name) => !given.includes(name)).map((name) => `${path} does not get ${name}`),
        ...given.filter((name) => !names.includes(name)).map((name) => `${path} does not take ${name}`),
        ...used.filter((name) => !called.outputs.includes(name)).map((name) => `${path} does not give ${name}`),
      ];
    }),
  );
}

/** Words that stand for a secret, a key that is handed out, or more rights than are needed. */
const forbidden: readonly [string, RegExp][] = [
  ['a key that is read', /\blist\w*Keys?\w*\(|\blistSecrets?\(|\.listAccountSas|@secure\(\)/i],
  ['a shared key', /allowSharedKeyAccess:\s*true|AccountKey=|SharedAccessSignature/],
  ['a password', /passwordCredentials|keyCredentials|clientSecret|administratorLoginPassword/i],
  [
    'a role of an owner or contributor',
    /8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9/,
  ],
  ['a role with everything', /actions:\s*\[\s*'\*'/i],
  ['a blob for everybody', /allowBlobPublicAccess:\s*true|publicAccess:\s*'(Blob|Container)'/],
  ['an old TLS', /TLS1_[01]|minTlsVersion:\s*'1\.[01]'/i],
];

describe('the deployment in Bicep', () => {
  let read: (path: string, text?: string) => BicepFile;
  let files: readonly BicepFile[];
  let main: BicepFile;

  before(async () => {
    read = await bicepReader();
    files = bicepPaths().map((path) => read(path));
    main = files.find(({ path }) => path === 'main.bicep')!;
  });

  it('is Bicep, and a slip in any file is found', () => {
    assert.deepEqual(
      files.flatMap(({ path, faults }) => faults.map((fault) => `${path}:${fault}`)),
      [],
    );
    for (const { path, text } of files) {
      const cut = read(path, text.slice(0, text.lastIndexOf('}')));
      assert.notEqual(cut.faults.length, 0, `${path} without its last brace passes`);
    }
  });

  it('gives each module all that it takes, and nothing else', () => {
    assert.deepEqual(misfits(files), []);
    assert.ok(main.calls.length >= 12);
    const called = new Set(files.flatMap(({ calls }) => calls.map(({ file }) => file)));
    assert.deepEqual(
      files.map(({ path }) => path).filter((path) => path !== 'main.bicep' && !called.has(path)),
      [],
    );
  });

  it('notices a parameter too few, one too many, and an output that is not there', () => {
    const spoil = (from: RegExp | string, to: string): string[] => {
      const text = main.text.replace(from, to);
      assert.notEqual(text, main.text);
      return misfits(files.map((file) => (file === main ? read('main.bicep', text) : file)));
    };
    assert.deepEqual(spoil('    recover: recoverVault\n', ''), ['modules/vault.bicep does not get recover']);
    assert.deepEqual(spoil('recover: recoverVault', 'recover: recoverVault\n    purge: true'), [
      'modules/vault.bicep does not take purge',
    ]);
    assert.deepEqual(spoil('vault.outputs.keyId', 'vault.outputs.keyUri'), [
      'modules/vault.bicep does not give keyUri',
    ]);
  });

  it('asks for at most six things, and explains every parameter', () => {
    const required = main.parameters.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
    assert.deepEqual(required, ['name', 'contactEmail']);
    assert.deepEqual(
      main.parameters.filter(({ described }) => !described).map(({ name }) => name),
      [],
    );
  });

  it('uses every parameter and every variable', () => {
    for (const { path, text, parameters, root } of files) {
      const vars = every(root, 'variable_declaration').map((one) => one.namedChildren[0]?.text ?? '');
      for (const name of [...parameters.map((one) => one.name), ...vars])
        assert.ok(text.split(new RegExp(`\\b${name}\\b`)).length > 2, `${path}: ${name} is not used`);
    }
  });

  it('names each kind of resource with one version', () => {
    const versions = new Map<string, Set<string>>();
    for (const one of files.flatMap(({ resources }) => resources)) {
      const [type = '', version = ''] = one.split('@');
      assert.match(version, /^(\d{4}-\d{2}-\d{2}(-preview)?|v1\.0)$/, one);
      versions.set(type, (versions.get(type) ?? new Set()).add(version));
    }
    assert.deepEqual(
      [...versions].filter(([, found]) => found.size > 1).map(([type]) => type),
      [],
    );
    assert.ok(versions.size >= 20);
  });

  it('holds no secret, no shared key, and no role that is wider than it must be', () => {
    for (const { path, text } of files)
      for (const [name, found] of forbidden) assert.doesNotMatch(text, found, `${path}: ${name}`);
    assert.match('key: account.listKeys().keys[0].value', forbidden[0]![1]);
    const given = new Set(
      files.flatMap(({ text }) => [...text.matchAll(/'([0-9a-f]{8}-[0-9a-f-]{27})'/g)].map(([, id]) => id)),
    );
    const roles = { tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' };
    for (const id of [
      ...Object.values(roles),
      'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
      '12338af0-0e69-4776-bea7-57ae8d297424',
    ])
      assert.ok(given.has(id), id);
    const assignments = files.flatMap(({ text }) => text.match(/roleAssignments@/g) ?? []);
    const scoped = files.flatMap(({ text }) => text.match(/scope: (account|container|wrapping|component)$/gm) ?? []);
    assert.equal(scoped.length, assignments.length, 'a role without a resource of its own holds for the whole group');
  });

  it('keeps what must be kept as the audit log says', () => {
    const storage = readInfra('modules/storage.bicep');
    assert.match(storage, /immutabilityPeriodSinceCreationInDays: 1827\n\s+allowProtectedAppendWrites: true/);
    assert.match(storage, /prefixMatch: union\(\['audit\/'\], \['\$\{prefix\}audit\/'\]\)/);
    assert.match(storage, /daysAfterModificationGreaterThan: 1887/);
    for (const path of ['modules/storage.bicep', 'modules/copies.bicep'])
      assert.match(readInfra(path), /allowSharedKeyAccess: false\n\s+allowBlobPublicAccess: false/);
    assert.match(readInfra('modules/vault.bicep'), /enablePurgeProtection: true/);
  });

  it('registers the app as the product reads its tokens', () => {
    const text = readInfra('modules/registration.bicep');
    const values = [...text.matchAll(/value: '(\w+)', says:/g)].map(([, value]) => value ?? '');
    assert.deepEqual(values.toSorted(), [...appRoles].toSorted());
    assert.match(text, /requestedAccessTokenVersion: 2/);
    assert.match(text, /value: 'access_as_user'/);
    assert.match(text, /audiences: \['api:\/\/AzureADTokenExchange'\]/);
    assert.match(text, /signInAudience: 'AzureADMyOrg'/);
  });

  it('lets those ask for tokens whom the product takes them from', async () => {
    const { teamsClients } = await import('../../src/platform/entra/tab-token.ts');
    const text = readInfra('modules/registration.bicep');
    const list = /var teams = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
    assert.deepEqual(
      [...list.matchAll(/'([0-9a-f-]{36})'/g)].map(([, id]) => id ?? '').toSorted(),
      [...teamsClients].toSorted(),
    );
  });

  it('asks on the consent page for the usual rights alone, and every right has a name', () => {
    const defaults = (name: string): string[] => {
      const found = every(main.root, 'parameter_declaration').find((one) => one.namedChildren[0]?.text === name);
      return [...(found?.text ?? '').matchAll(/'([\w.]+)'/g)].map(([, one]) => one ?? '');
    };
    assert.deepEqual(defaults('appPermissions'), permissionsOf(usualRights, 'app'));
    assert.deepEqual(defaults('delegatedPermissions'), permissionsOf(usualRights, 'delegated'));
    for (const kind of ['app', 'delegated'] as const) {
      const calls = Object.values(graphCalls) as { readonly app?: string; readonly delegated?: string }[];
      const needed = new Set(calls.map((one) => one[kind]).filter((one) => one !== undefined && one !== ''));
      const named = new Set(rights.filter((one) => one.rights === kind).flatMap((one) => one.permissions));
      assert.deepEqual(
        [...needed].filter((one) => !named.has(one ?? '')),
        [],
        'a right that nobody can give',
      );
      const spare = rights.filter((one) => one.rights === kind && !one.permissions.some((name) => needed.has(name)));
      assert.deepEqual(
        spare.map((one) => one.name),
        [],
        'a right that nothing uses',
      );
    }
  });

  it('gives what the package and the steps need', () => {
    assert.deepEqual([...main.outputs].toSorted(), Object.keys(outputsSchema.shape).toSorted());
  });

  it('says in each alert what to do, and asks for figures that the product gives', () => {
    const runbook = readInfra('runbook.md');
    const alerts = readInfra('modules/alerts.bicep');
    const pages = [...alerts.matchAll(/\(runbook (\d+)\)/g)].map(([, page]) => page ?? '');
    assert.equal(pages.length, 8);
    for (const page of pages) assert.match(runbook, new RegExp(`^## ${page}\\. `, 'm'));
    const known = [
      'queue.age',
      'queue.poison',
      'send.rate',
      'send.throttled',
      'match.duration',
      'job.outcome',
      'http.failures',
    ];
    const asked = [alerts, readInfra('workbook.json')].flatMap((text) => [
      ...text.matchAll(/tandem\.([a-z]+\.[a-z]+)/g),
    ]);
    assert.deepEqual(
      [...new Set(asked.map(([, name]) => name))].filter((name) => !known.includes(name ?? '')),
      [],
    );
    assert.deepEqual(
      known.filter((name) => !readInfra('workbook.json').includes(`tandem.${name}`)),
      [],
    );
  });

  it('keeps the settings of web and worker apart in their roles alone', () => {
    const web = files.find(({ path }) => path === 'modules/web.bicep')!;
    assert.equal(entriesOf(variable(web.root, 'everywhere')).get('NODE_ENV'), 'production');
    assert.match(web.text, /properties: union\(everywhere, settings, \{ ROLES: part\.roles \}\)/);
  });
});
