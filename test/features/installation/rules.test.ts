import assert from 'node:assert/strict';
import { day, hour, minute } from '../../../src/platform/clock.ts';
import { graphCalls, type Permissions } from '../../../src/platform/graph/permissions.ts';
import { languages } from '../../../src/platform/words.ts';
import { compare, permissions, rights } from '../../../src/features/privacy/permissions/model.ts';
import { forKey, grantKey, withoutKey } from '../../../src/features/privacy/permissions/rules.ts';
import { say as sayPermission } from '../../../src/features/privacy/permissions/words.ts';
import { allCodes } from '../../../src/features/installation/model.ts';
import {
  certificateFinding,
  clockFinding,
  copiesFinding,
  grantedOf,
  inOrder,
  found,
  lineFinding,
  packageFindings,
  sharedFinding,
  versionsFinding,
} from '../../../src/features/installation/rules.ts';
import { compareVersions } from '../../../src/platform/version.ts';
import { lookNames } from '../../../src/features/installation/seen/model.ts';
import { looks } from '../../../src/features/installation/usecases.ts';
import { say } from '../../../src/features/installation/words.ts';
import { beginningOf, isUntouched, openIn } from '../../../src/features/installation/beginning/rules.ts';

const now = Date.UTC(2027, 2, 1);

describe('the table of permissions', () => {
  it('holds what the requests to Graph ask for, each once, and nothing else', () => {
    for (const of of rights) {
      const asked = Object.values(graphCalls).flatMap((one: Permissions) => one[of] || []);
      const named = permissions.filter((one) => one.rights === of).map(({ name }) => name);
      assert.deepEqual(named.toSorted(), [...new Set(asked)].toSorted());
    }
  });

  it('says in four languages what each is for, what works without it, and how to grant it', () => {
    for (const one of permissions)
      for (const language of languages)
        for (const key of [forKey(one), withoutKey(one), grantKey(one)])
          assert.ok(sayPermission(language, key).length > 5);
  });

  it('misses only what no other permission opens, and calls more what nothing asks for', () => {
    const { missing, more } = compare('app', ['User.Read.All', 'Calendars.ReadWrite', 'Sites.Read.All']);
    assert.ok(!missing.some(({ name }) => name === 'Calendars.ReadBasic'));
    // Graph takes no permission that writes too where reading does.
    assert.ok(missing.some(({ name }) => name === 'Calendars.Read'));
    assert.deepEqual(more, ['Sites.Read.All']);
    assert.deepEqual(compare('delegated', ['User.Read', 'openid', 'Files.Read']).more, ['Files.Read']);
    const states = grantedOf({ app: ['Calendars.Read'], delegated: undefined });
    assert.equal(states.find(({ name }) => name === 'Calendars.ReadBasic')?.state, 'covered');
    assert.ok(states.filter((one) => one.rights === 'delegated').every(({ state }) => state === 'unknown'));
  });
});

describe('an examination', () => {
  it('has a look for each name, and each rests on looks that there are, without going in circles', () => {
    assert.deepEqual(looks.map(({ name }) => name).toSorted(), [...lookNames].toSorted());
    const depth = (name: string, above: readonly string[] = []): number => {
      assert.ok(!above.includes(name), `${name} rests on itself`);
      const { after } = looks.find((one) => one.name === name)!;
      return 1 + Math.max(0, ...after.map((one) => depth(one, [...above, name])));
    };
    for (const { name } of looks) assert.ok(depth(name) <= 5);
  });

  it('has words for every code: what was found, and where it is not well why it matters and what to do', () => {
    const isWell = (code: (typeof allCodes)[number]): boolean => found('work', code).severity === 'ok';
    for (const code of allCodes)
      for (const end of isWell(code) ? ['found'] : ['found', 'why', 'do'])
        assert.ok(say.has(`${code}.${end}`), `${code}.${end}`);
  });

  it('tells problems first, by what they are about', () => {
    const all = [
      found('work', 'line.ok'),
      found('work', 'line.late'),
      found('rights', 'rights.without'),
      found('identity', 'clock.off'),
    ];
    const order = ['clock.off', 'line.late', 'rights.without', 'line.ok'];
    assert.deepEqual(
      inOrder(all).map(({ code }) => code),
      order,
    );
  });

  it('bears a clock that is two minutes off, and no more', () => {
    assert.equal(clockFinding(2 * minute).code, 'clock.ok');
    assert.deepEqual(clockFinding(-10 * minute).values, { minutes: 10, way: 'behind' });
  });

  it('speaks of a certificate three weeks before its end', () => {
    assert.deepEqual(certificateFinding({ until: now + 20.5 * day }, now).values, { days: 20 });
    assert.equal(certificateFinding({ until: now + 22 * day }, now).code, 'certificate.ok');
    assert.equal(certificateFinding({ until: now + day, doubt: 'CERT_HAS_EXPIRED' }, now).code, 'certificate.doubted');
    assert.equal(certificateFinding(undefined, now).severity, 'ok');
  });

  it('bears a copy that is half an hour late, and a campaign of two hours', () => {
    assert.equal(copiesFinding(now - 1.4 * hour, now, 1).code, 'copies.ok');
    assert.equal(copiesFinding(now - 1.6 * hour, now, 1).code, 'copies.old');
    assert.equal(lineFinding([{ lane: 'campaign', oldest: now - hour }], now).code, 'line.ok');
    assert.deepEqual(lineFinding([{ lane: 'usual', oldest: now - hour }], now).values, { minutes: 60 });
  });

  it('compares the newest package that was published with what runs', () => {
    const app = (versions: readonly string[], isOurs = true) => ({ isOurs, versions });
    const codes = (...apps: readonly ReturnType<typeof app>[]): string[] =>
      packageFindings(apps, '1.10.0').map(({ code }) => code);
    assert.deepEqual(codes(app(['1.9.0', '1.10.0'])), ['package.ok']);
    assert.deepEqual(codes(app(['1.9.0'])), ['package.old']);
    assert.deepEqual(codes(app(['2.0.0']), app(['1.0.0'], false)), ['package.new', 'package.two']);
    assert.deepEqual(codes(app(['1.10.0'], false)), ['package.missing']);
    assert.ok(compareVersions('1.10', '1.9.9') > 0 && compareVersions('1.0', '1.0.0') === 0);
  });

  it('knows processes of another version and of another installation, and bears those that say neither', () => {
    const one = { roles: ['worker'], version: '0.1.0', installation: 'a' };
    assert.equal(versionsFinding([one, { roles: ['web'] }], '0.1.0').code, 'versions.ok');
    assert.deepEqual(versionsFinding([one, { ...one, version: '0.2.0' }], '0.1.0').values, {
      versions: '0.1.0, 0.2.0',
    });
    assert.equal(sharedFinding([one, { roles: ['web'] }], 'a').code, 'shared.ok');
    assert.equal(sharedFinding([one], 'b').code, 'shared.two');
  });
});

describe('setting up', () => {
  it('is untouched until somebody looked at a step, and over when none is open', () => {
    const untouched = beginningOf({ done: new Set(['coordinators']), seen: new Set() });
    assert.ok(isUntouched(untouched));
    const begun = beginningOf({ done: new Set(['coordinators']), seen: new Set(['hours', 'coordinators']) });
    assert.ok(!isUntouched(begun));
    assert.equal(openIn(begun), openIn(untouched) - 1);
    assert.equal(begun.steps.find(({ step }) => step === 'coordinators')?.state, 'done');
  });
});
