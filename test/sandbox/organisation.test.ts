import assert from 'node:assert/strict';
import { busyBlocksOf } from '../../src/sandbox/organisation/busy.ts';
import { generateOrganisation } from '../../src/sandbox/organisation/generate.ts';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import { addressPart } from '../../src/sandbox/organisation/names.ts';

const organisation = generateOrganisation({ seed: 7 });
const employees = organisation.people.filter(({ role }) => role !== 'guest' && role !== 'service');

function only<T>(list: readonly T[]): T {
  const [first] = list;
  assert.ok(first !== undefined && list.length === 1);
  return first;
}

describe('the generated organisation', () => {
  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(generateOrganisation({ seed: 7 }), organisation);
    assert.notEqual(generateOrganisation({ seed: 8 }).people[0]?.id, organisation.people[0]?.id);
  });

  it('has as many employees as were asked for, guests and service accounts on top', () => {
    assert.equal(employees.length, 1200);
    assert.ok(organisation.people.some(({ role }) => role === 'guest'));
    assert.ok(organisation.people.some(({ role }) => role === 'service'));
  });

  it('gives every id and every user principal name once', () => {
    const ids = [...organisation.people, ...organisation.groups].map(({ id }) => id);
    const names = organisation.people.map(({ userPrincipalName }) => userPrincipalName.toLowerCase());
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(new Set(names).size, names.length);
    assert.ok(ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id)));
  });

  it('fills the fixed roles in three languages, with mailboxes and the same ids at any size', () => {
    const holders = (role: SandboxPerson['role'], people = organisation.people) =>
      people.filter((each) => each.role === role);
    assert.equal(only(holders('administrator')).accountEnabled, true);
    assert.deepEqual(
      holders('coordinator').map((each) => [each.preferredLanguage, each.officeLocation]),
      [
        ['nl-BE', 'Ghent'],
        ['fr-BE', 'Brussels'],
      ],
    );
    assert.equal(only(holders('adviser')).preferredLanguage, 'de-BE');
    const small = generateOrganisation({ seed: 7, people: 20 });
    assert.equal(only(holders('adviser', [...small.people])).id, only(holders('adviser')).id);
  });

  it('leads from everybody to the managing director without a circle', () => {
    const byId = new Map(employees.map((person) => [person.id, person]));
    const depthOf = (person: SandboxPerson, steps = 0): number => {
      assert.ok(steps < 10, `a circle above ${person.displayName}`);
      const manager = person.managerId === null ? null : byId.get(person.managerId);
      return manager ? 1 + depthOf(manager, steps + 1) : 0;
    };
    assert.equal(employees.filter(({ managerId }) => managerId === null).length, 1);
    assert.equal(Math.max(...employees.map((person) => depthOf(person))), 4);
    const leading = new Set(employees.map(({ managerId }) => managerId));
    const span = (employees.length - 1) / (leading.size - 1);
    assert.ok(span > 6 && span < 10, `${span} reports for each manager`);
  });

  it('has the people on whom software trips', () => {
    const names = employees.map(({ displayName }) => displayName);
    assert.ok(new Set(names).size < names.length, 'namesakes');
    assert.ok(
      names.some((name) => name.length >= 200 && name.length <= 256),
      'a long name',
    );
    assert.ok(
      names.some((name) => /[éèëïüıłş]/u.test(name)),
      'accents',
    );
    assert.ok(
      employees.some(({ mail, mailbox }) => mail === null && mailbox === null),
      'no mailbox',
    );
    assert.ok(
      employees.some(({ accountEnabled }) => !accountEnabled),
      'disabled',
    );
    assert.ok(
      employees.some(({ surname }) => surname === null),
      'one name only',
    );
    assert.ok(
      employees.some(({ preferredLanguage }) => preferredLanguage === null),
      'no language',
    );
    assert.ok(
      employees.some(({ jobTitle }) => jobTitle === null),
      'no title',
    );
    assert.ok(
      employees.some(({ mail, userPrincipalName }) => mail !== null && mail !== userPrincipalName),
      'another mail',
    );
    assert.ok(
      employees.some(({ mailbox }) => mailbox && mailbox.workingHours.daysOfWeek.length < 5),
      'part-time',
    );
    assert.ok(
      employees.some(({ mailbox }) => mailbox?.workingHours.timeZone === 'Customized Time Zone'),
      'odd zone',
    );
  });

  it('knows guests and service accounts by what they have not', () => {
    for (const person of organisation.people.filter(({ role }) => role === 'guest' || role === 'service')) {
      assert.equal(person.managerId, null);
      assert.equal(person.department, null);
      assert.equal(person.userType, person.role === 'guest' ? 'Guest' : 'Member');
    }
  });

  it('works in Belgium with three languages, in the Netherlands and in France', () => {
    const count = (test: (person: SandboxPerson) => boolean): number => employees.filter(test).length;
    for (const country of ['BE', 'NL', 'FR'])
      assert.ok(count(({ usageLocation }) => usageLocation === country) > 60, country);
    for (const language of ['nl-BE', 'fr-BE', 'de-BE', 'nl-NL', 'fr-FR', 'en-GB']) {
      assert.ok(count(({ preferredLanguage }) => preferredLanguage === language) > 15, language);
    }
  });

  it('has networks, a nested group, an empty one, and members who exist', () => {
    const ids = new Set(organisation.people.map(({ id }) => id));
    const named = (name: string) => only(organisation.groups.filter(({ displayName }) => displayName === name));
    assert.ok(named("Women's network").memberIds.length > 50);
    assert.ok(named('Newcomers network').memberIds.length > 10);
    assert.equal(named('Belgium').memberGroupIds.length, 5);
    assert.equal(named('Former works council').memberIds.length, 0);
    assert.ok(organisation.groups.every(({ memberIds }) => memberIds.every((id) => ids.has(id))));
    assert.deepEqual(
      organisation.teams.map(({ displayName }) => displayName),
      ['Everyone', 'D&I'],
    );
  });

  it('writes addresses without accents, and keeps apostrophes', () => {
    assert.deepEqual(["D'Ippolito", 'Kılıç', 'van der Heijden', 'Łukasz'].map(addressPart), [
      "d'ippolito",
      'kilic',
      'vanderheijden',
      'lukasz',
    ]);
  });

  it('is too small or too large for its roles: it says so', () => {
    assert.throws(() => generateOrganisation({ seed: 7, people: 5 }), RangeError);
    assert.throws(() => generateOrganisation({ seed: 7, people: 1_000_000 }), RangeError);
  });
});

describe('calendars of the organisation', () => {
  const workers = employees.filter(({ mailbox }) => mailbox !== null).slice(0, 200);
  const dates = Array.from({ length: 28 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`);

  it('give the same day again', () => {
    for (const person of workers.slice(0, 20)) {
      assert.deepEqual(busyBlocksOf(7, person, '2026-11-24'), busyBlocksOf(7, person, '2026-11-24'));
    }
  });

  it('stay within working hours and days, and never overlap', () => {
    for (const person of workers) {
      const { startTime, endTime, daysOfWeek } = person.mailbox?.workingHours ?? {
        startTime: '',
        endTime: '',
        daysOfWeek: [],
      };
      const asTime = (minutes: number) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      for (const date of dates) {
        const blocks = busyBlocksOf(7, person, date);
        const weekday = new Date(date).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
        if (!daysOfWeek.some((day) => day === weekday)) assert.equal(blocks.length, 0);
        for (const [index, block] of blocks.entries()) {
          assert.ok(asTime(block.start) >= startTime && asTime(block.end) <= endTime);
          assert.ok(block.start >= (blocks[index - 1]?.end ?? 0));
        }
      }
    }
  });

  it('are fuller for directors than for juniors, and leave room for everybody', () => {
    const minutes = (person: SandboxPerson): number =>
      dates.flatMap((date) => busyBlocksOf(7, person, date)).reduce((sum, { start, end }) => sum + end - start, 0);
    const mean = (people: readonly SandboxPerson[]): number =>
      people.reduce((sum, each) => sum + minutes(each), 0) / people.length;
    const directors = employees.filter(({ jobTitle, mailbox }) => mailbox && jobTitle?.startsWith('Direct'));
    const juniors = employees.filter(({ jobTitle, mailbox }) => mailbox && /junior/iu.test(jobTitle ?? ''));
    assert.ok(mean(directors) > 1.4 * mean(juniors), `${mean(directors)} and ${mean(juniors)} minutes`);
    assert.ok(mean(directors) < 20 * 8 * 60);
  });

  it('are empty for whoever has no mailbox', () => {
    const without = employees.filter(({ mailbox }) => mailbox === null);
    assert.ok(without.length > 10);
    assert.ok(without.every((person) => dates.every((date) => busyBlocksOf(7, person, date).length === 0)));
  });
});
