/** Without the permissions that an organisation may refuse, people still apply, are matched, say yes, meet and are asked how it goes. */
import assert from 'node:assert/strict';
import type { Examination } from '../../src/features/installation/model.ts';
import type { PairMeetings } from '../../src/features/meetings/model.ts';
import { permissions, type Permission } from '../../src/features/privacy/permissions/model.ts';
import { aDraft, someAnswers } from '../support/applications.ts';
import { startTestSandbox, today, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

const day = 86_400_000;
const optional = permissions.filter(({ rights, isNeeded }) => rights === 'app' && !isNeeded);
const dayAfter = (days: number): string => new Date(Date.parse(today) + days * day).toISOString().slice(0, 10);

interface PairOf {
  readonly id: string;
  readonly programmeId: string;
  readonly state: string;
  readonly menteeId: string;
}

describe('with permissions refused', function () {
  this.timeout(600_000);
  let sandbox: TestSandbox;
  let [coordinator, administrator] = ['', ''];
  let staff: SandboxPerson[] = [];
  const begun: PairOf[] = [];

  before(async () => {
    sandbox = await startTestSandbox('--people', '120');
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role }) => role === 'coordinator')?.id ?? '';
    administrator = people.find(({ role }) => role === 'administrator')?.id ?? '';
    const leading = new Set(people.map(({ managerId }) => managerId));
    const canTakePart = ({ id, role, hasMailbox, enabled }: SandboxPerson): boolean =>
      role === 'employee' && hasMailbox && enabled && !leading.has(id);
    staff = people.filter(canTakePart);
    await sandbox.control('/clock', { hours: 1 });
  });
  after(() => sandbox?.stop());

  const grant = async (all: readonly Permission[], granted: boolean): Promise<void> => {
    for (const { name: permission, rights } of all)
      await sandbox.control('/graph/consent', {
        ...{ permission, granted, kind: rights === 'app' ? 'application' : 'delegated' },
      });
  };
  const settle = (): Promise<unknown> => sandbox.control('/clock', { hours: 0 });

  /** Nobody is matched within a line of managers: of two departments, and neither leads anybody. */
  function takeTwo(): [SandboxPerson, SandboxPerson] {
    const mentee = staff.shift();
    assert.ok(mentee);
    const place = staff.findIndex(({ department }) => department !== mentee.department);
    const [mentor] = staff.splice(place, 1);
    assert.ok(mentor && place >= 0);
    return [mentee, mentor];
  }

  /** Two people who never met: one looks for a mentor, the other is one. */
  async function pairUp(): Promise<PairOf> {
    const [mentee, mentor] = takeTwo();
    const draft = aDraft({ startsOn: dayAfter(7), endsOn: dayAfter(280) });
    const { id: programmeId } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', draft);
    const at = `/programmes/${programmeId}`;
    await sandbox.api(coordinator, 'POST', `${at}/stage`, { to: 'recruit' });
    for (const [person, role] of [
      [mentee, 'mentee'],
      [mentor, 'mentor'],
    ] as const) {
      const side = role === 'mentee' ? { offered: [] } : { sought: [] };
      await sandbox.api(person.id, 'PUT', `${at}/application`, {
        answers: someAnswers({ role, ...side }),
        apply: true,
      });
    }
    await settle();
    await sandbox.api(coordinator, 'POST', `${at}/proposals`);
    await settle();
    const { proposal } = await sandbox.api<{ proposal: { id: string } }>(coordinator, 'GET', `${at}/matching`);
    await sandbox.api(coordinator, 'POST', `${at}/proposals/${proposal.id}/publish`);
    await settle();
    const offered = await minePair(mentee.id, programmeId);
    for (const { id } of [mentee, mentor]) {
      await sandbox.api(id, 'POST', `${at}/pairs/${offered.id}/answer`, { said: 'yes' });
      await settle();
    }
    const pair = await minePair(mentee.id, programmeId);
    assert.equal(pair.state, 'active');
    return { ...pair, programmeId, menteeId: mentee.id };
  }

  async function minePair(personId: string, programmeId: string): Promise<PairOf> {
    const all = await sandbox.api<PairOf[]>(personId, 'GET', '/me/pairs');
    const mine = all.find((one) => one.programmeId === programmeId);
    assert.ok(mine, 'a pair is offered');
    return mine;
  }

  async function book({ menteeId, programmeId, id }: PairOf): Promise<void> {
    const at = `/programmes/${programmeId}/pairs/${id}/meetings`;
    const { slots } = await sandbox.api<{ slots: { start: number }[] }>(
      ...([menteeId, 'GET', `${at}/times?week=0&minutes=30`] as const),
    );
    assert.ok(slots[0], 'there is a time');
    await sandbox.api(menteeId, 'POST', at, { start: slots[0].start, minutes: 30 });
    await settle();
    const { meetings } = await sandbox.api<PairMeetings>(menteeId, 'GET', at);
    assert.equal(meetings.length, 1);
  }

  /** What an administrator reads of it: each by its name, and nothing that does not work. */
  async function readsOf(refused: readonly Permission[]): Promise<void> {
    const { findings, permissions: table } = await sandbox.api<Examination>(administrator, 'GET', '/installation');
    const told = findings.filter(({ severity }) => severity !== 'ok');
    const covered = new Set(table.filter(({ state }) => state === 'covered').map(({ name }) => name));
    const missing = refused.map(({ name }) => name).filter((name) => !covered.has(name));
    assert.deepEqual(told.map(({ values }) => String(values['permission'])).toSorted(), missing.toSorted());
    assert.ok(told.every(({ code }) => code === 'rights.without'));
  }

  for (const one of optional)
    it(`goes on without ${one.name}`, async () => {
      await grant([one], false);
      try {
        await readsOf([one]);
        const pair = await pairUp();
        await book(pair);
        begun.push(pair);
      } finally {
        await grant([one], true);
      }
    });

  it('goes on without all of them at once, up to the first check-in', async () => {
    await grant(optional, false);
    await readsOf(optional);
    const last = await pairUp();
    await book(last);
    await sandbox.pass(15);
    for (const { menteeId, programmeId, id } of [...begun, last]) {
      const at = `/programmes/${programmeId}/pairs/${id}/check-ins`;
      await sandbox.api(menteeId, 'POST', at, { round: 'day-14', met: 'yes', contact: false });
    }
    process.stdout.write(`      ${begun.length + 1} pairs met and were asked how it goes\n`);
    await grant(optional, true);
  });

  it('lets a pair enter its meeting by hand where nobody agreed to calendars', async () => {
    const calendars = permissions.filter(
      ({ rights, name }) => rights === 'delegated' && name === 'Calendars.ReadWrite',
    );
    const pair = await pairUp();
    await grant(calendars, false);
    const at = `/programmes/${pair.programmeId}/pairs/${pair.id}/meetings`;
    const { now } = await sandbox.control<{ now: string }>('/clock');
    const start = Date.parse(now) + 3 * day;
    await assert.rejects(sandbox.api(pair.menteeId, 'POST', at, { start, minutes: 30 }), /503|409|403/);
    await sandbox.api(pair.menteeId, 'POST', `${at}/by-hand`, { start, minutes: 30 });
    const { meetings } = await sandbox.api<PairMeetings>(pair.menteeId, 'GET', at);
    assert.equal(meetings.length, 1);
    await grant(calendars, true);
  });
});
