/** Suggestions for a time that suits several people, by the signed-in person's own rights only. */
import { Duration } from 'luxon';
import type { SandboxPerson } from '../organisation/model.ts';
import { minutesOf } from '../organisation/busy.ts';
import { badRequest, field, listField, ok, textField } from './answers.ts';
import { mailboxOf } from './mailbox-settings.ts';
import type { Entity } from './odata.ts';
import { statusIn } from './schedule.ts';
import type { GraphCall, Handlers } from './world.ts';
import { userOf } from './world.ts';
import { instantAt, instantOf, preferredZone, timeIn } from './zones.ts';

const minute = 60_000;
const dayLength = 1440 * minute;
const mostTried = 400;

export const meetingTimeHandlers: Handlers = {
  'POST /users/{user}/findMeetingTimes': (call) => {
    mailboxOf(userOf(call));
    const wish = wishOf(call);
    const zone = preferredZone(call.request);
    const found = candidates(call, wish)
      .toSorted((one, other) => other.confidence - one.confidence || one.start - other.start)
      .slice(0, wish.most);
    return ok({
      '@odata.context': `${call.world.linkBase}/$metadata#microsoft.graph.meetingTimeSuggestionsResult`,
      emptySuggestionsReason: found.length === 0 ? 'AttendeesUnavailable' : '',
      meetingTimeSuggestions: found.map((each, index) => suggestionOf(each, { wish, zone, order: index + 1 })),
    });
  },
};

interface Guest {
  readonly address: string;
  readonly type: string;
  readonly person: SandboxPerson | undefined;
}

interface Wish {
  readonly organiser: SandboxPerson;
  readonly guests: readonly Guest[];
  readonly slots: readonly { readonly from: number; readonly to: number }[];
  readonly length: number;
  readonly most: number;
  readonly leastShare: number;
  readonly atWork: boolean;
}

interface Candidate {
  readonly start: number;
  readonly confidence: number;
  readonly organiserStatus: string;
  readonly statuses: readonly string[];
}

function wishOf(call: GraphCall): Wish {
  const { body } = call.request;
  const constraint = field(body, 'timeConstraint');
  const length = Duration.fromISO(textField(body, 'meetingDuration') ?? 'PT30M').toMillis();
  if (!(length >= 5 * minute && length <= dayLength))
    throw badRequest('The meeting duration is invalid.', 'ErrorInvalidParameter');
  const slots = listField(constraint, 'timeSlots').map((slot) => ({
    from: instantOf(field(slot, 'start'), 'start'),
    to: instantOf(field(slot, 'end'), 'end'),
  }));
  const now = call.world.now().getTime();
  return {
    organiser: userOf(call),
    guests: listField(body, 'attendees').map((attendee) => guestOf(call, attendee)),
    slots: slots.length > 0 ? slots : [{ from: now, to: now + 7 * dayLength }],
    length,
    most: Number(field(body, 'maxCandidates') ?? 20),
    leastShare: Number(field(body, 'minimumAttendeePercentage') ?? 50),
    atWork: (textField(constraint, 'activityDomain') ?? 'work') === 'work',
  };
}

function guestOf({ world }: GraphCall, attendee: unknown): Guest {
  const address = textField(field(attendee, 'emailAddress'), 'address') ?? '';
  return { address, type: textField(attendee, 'type') ?? 'required', person: world.directory.byMail(address) };
}

function candidates(call: GraphCall, wish: Wish): Candidate[] {
  const found: Candidate[] = [];
  let tried = 0;
  for (const { from, to } of wish.slots) {
    const first = Math.ceil(from / (30 * minute)) * 30 * minute;
    for (let start = first; start + wish.length <= to && tried < mostTried; start += 30 * minute) {
      if (wish.atWork && !everybodyWorks(wish, start)) continue;
      tried += 1;
      const candidate = candidateAt(call, wish, start);
      if (candidate.organiserStatus === 'free' && candidate.confidence >= wish.leastShare) found.push(candidate);
    }
  }
  return found;
}

function candidateAt(call: GraphCall, wish: Wish, start: number): Candidate {
  const end = start + wish.length;
  const statuses = wish.guests.map(({ person }) => (person?.mailbox ? statusIn(call, person, start, end) : 'unknown'));
  const shares = statuses.map((status) => (status === 'free' ? 100 : status === 'unknown' ? 49 : 0));
  const confidence = shares.reduce<number>((sum, share) => sum + share, 100) / (shares.length + 1);
  return { start, confidence, statuses, organiserStatus: statusIn(call, wish.organiser, start, end) };
}

function everybodyWorks({ organiser, guests, length }: Wish, start: number): boolean {
  const people = [organiser, ...guests.flatMap(({ person }) => person ?? [])];
  return people.every(({ mailbox }) => {
    if (!mailbox) return true;
    const { daysOfWeek, startTime, endTime } = mailbox.workingHours;
    const date = timeIn(start, mailbox.ianaZone).dateTime.slice(0, 10);
    const weekday = new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
    const opens = instantAt(mailbox.ianaZone, date, minutesOf(startTime));
    const closes = instantAt(mailbox.ianaZone, date, minutesOf(endTime));
    const worksThatDay = daysOfWeek.some((day) => day === weekday.toLowerCase());
    return worksThatDay && start >= opens && start + length <= closes;
  });
}

interface Showing {
  readonly wish: Wish;
  readonly zone: string;
  readonly order: number;
}

function suggestionOf(
  { start, confidence, organiserStatus, statuses }: Candidate,
  { wish, zone, order }: Showing,
): Entity {
  return {
    confidence,
    order,
    organizerAvailability: organiserStatus,
    suggestionReason: 'Suggested because it is one of the nearest times when all attendees are available.',
    locations: [],
    meetingTimeSlot: { start: timeIn(start, zone), end: timeIn(start + wish.length, zone) },
    attendeeAvailability: wish.guests.map(({ address, type }, index) => ({
      availability: statuses[index] ?? 'unknown',
      attendee: { type, emailAddress: { address } },
    })),
  };
}
