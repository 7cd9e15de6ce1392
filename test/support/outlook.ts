/** A pair whose meeting lies in the sandbox's Outlook: the product's use cases over real HTTP, with its door for notifications. */
import assert from 'node:assert/strict';
import express from 'express';
import { notificationDoor } from '../../src/api/notifications.ts';
import { bookMeeting } from '../../src/features/meetings/booking/usecases.ts';
import { meetingsJobs } from '../../src/features/meetings/jobs.ts';
import type { Meeting } from '../../src/features/meetings/model.ts';
import { meetings } from '../../src/features/meetings/store.ts';
import { findTimes } from '../../src/features/meetings/times/usecases.ts';
import type { Pair } from '../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../src/features/pairs/store.ts';
import { usualHours } from '../../src/features/people/rules.ts';
import { createCalendar } from '../../src/platform/calendar.ts';
import type { Caller } from '../../src/platform/doors.ts';
import { createGraph } from '../../src/platform/graph.ts';
import { createOutbound, outboundRules } from '../../src/platform/outbound.ts';
import { startGraph } from '../../src/sandbox/graph/server.ts';
import { listen } from '../../src/sandbox/loopback.ts';
import { generateOrganisation } from '../../src/sandbox/organisation/generate.ts';
import type { SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import { aPerson, callerFor, testApp } from './app.ts';
import { ids, withEntra } from './cloud.ts';

export const at = { programmeId: 'p1', pairId: 'pair-1' };

export type OutlookOffice = Awaited<ReturnType<typeof outlookOffice>>;

export async function outlookOffice() {
  const app = await testApp({ jobs: meetingsJobs });
  const organisation = generateOrganisation({ seed: 7, people: 60, now: new Date(app.clock.now()) });
  const accounts = new Map(organisation.people.map((person) => [person.id, { ...person, roles: [] }]));
  const base = await withEntra({ personOf: (id) => accounts.get(id) });
  const graphServer = await startGraph({
    ...{ organisation, port: 0, now: () => new Date(app.clock.now()) },
    acceptToken: (token) => base.server.verifyGraphToken(token),
  });
  const door = await listen(express().use(notificationDoor(app.deps)), 0);
  const config = { ...base.config, endpoints: { ...base.config.endpoints, graph: graphServer.url } };
  const outbound = createOutbound(outboundRules(config));
  const graph = createGraph({ outbound, entra: base.entra, clock: app.clock, graphUrl: graphServer.url });
  Object.assign(app.deps, {
    ...{ calendar: createCalendar({ graph }), directory: { workingHours: async () => usualHours } },
    config: { ...app.deps.config, baseUrl: door.url, tenantId: ids.tenantId },
  });

  const workers = organisation.people.filter(
    ({ mailbox, role, accountEnabled }) => mailbox?.purpose === 'user' && role === 'employee' && accountEnabled,
  );
  const [menteeBox, mentorBox, other] = workers as [SandboxPerson, SandboxPerson, SandboxPerson];
  const people = [menteeBox, mentorBox].map((one, place) =>
    aPerson(place + 1, { id: one.id, mail: one.mail ?? '', name: one.displayName, givenName: one.givenName ?? '' }),
  );
  const [mentee, mentor] = [people[0]!, people[1]!];
  await app.addPeople(mentee, mentor);
  const pair: Pair = {
    ...{ id: at.pairId, programmeId: at.programmeId, proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
  };
  await app.deps.tables.commit([pairs.create('p1', pair.id, pair)]);
  for (const one of [mentee, mentor]) await app.deps.tables.commit([pairLines.put(one.id, pair.id, at)]);

  const signedIn = async (personId: string): Promise<Caller> => ({
    ...callerFor(personId === mentee.id ? mentee : mentor),
    assertion: await base.server.tabToken(personId),
  });

  async function book(): Promise<Meeting> {
    const caller = await signedIn(mentee.id);
    const [slot] = (await findTimes(app.deps, caller, at, { week: 0, weeks: 3, minutes: 60 })).slots;
    assert.ok(slot, 'both are free somewhere');
    return bookMeeting(app.deps, caller, at, { start: slot.start, minutes: 60 });
  }

  /** As in Outlook: with all rights of a person, past the product. */
  async function inOutlook(person: SandboxPerson, method: string, path: string, body?: unknown) {
    const token = await base.entra.graphTokenFor(await base.server.tabToken(person.id), ['Calendars.ReadWrite']);
    const answer = await fetch(`${graphServer.url}/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
    const text = await answer.text();
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  }

  /** The partner's copy of an event. */
  function copyOf(person: SandboxPerson, one: Meeting): string {
    const found = graphServer.calendarOf(person.id, new Date(one.start - 1), new Date(one.end + 1));
    const copy = found.find(({ event }) => event && event.personId !== event.organiserId);
    assert.ok(copy, 'the partner has a copy');
    return copy.id;
  }

  const known = async (one: Pick<Meeting, 'id'>): Promise<Meeting> => {
    const row = await meetings.find(app.deps.tables, at.programmeId, at.pairId, one.id);
    assert.ok(row);
    return row.value;
  };
  const allKnown = async (): Promise<Meeting[]> =>
    (await meetings.list(app.deps.tables, at.programmeId, at.pairId))
      .map((row) => row.value)
      .sort((a, b) => a.start - b.start);

  /** A minute passes, in which what Graph posts arrives and is worked upon. */
  async function aMinutePasses(): Promise<void> {
    await graphServer.quiet();
    app.pass({ minutes: 1 });
    await app.run();
    await graphServer.quiet();
  }
  async function anHourPasses(): Promise<void> {
    await graphServer.quiet();
    app.pass({ hours: 1 });
    await app.run();
    await graphServer.quiet();
  }

  return {
    ...{ app, graphServer, door, mentee, mentor, menteeBox, mentorBox, other, base },
    ...{ signedIn, book, inOutlook, copyOf, known, allKnown, aMinutePasses, anHourPasses },
    close: async () => {
      await graphServer.close();
      await door.close();
      await base.close();
    },
  };
}
