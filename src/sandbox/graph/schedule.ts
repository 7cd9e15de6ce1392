/** Free and busy times of up to twenty people over up to 62 days. */
import type { SandboxPerson } from '../organisation/model.ts';
import { badRequest, field, listField, ok } from './answers.ts';
import type { CalendarEntry } from './entries.ts';
import { entriesOf } from './entries.ts';
import { mailboxOf, workingHoursEntity } from './mailbox-settings.ts';
import type { Entity } from './odata.ts';
import type { GraphCall, Handlers } from './world.ts';
import { userOf } from './world.ts';
import { instantOf, preferredZone, timeIn } from './zones.ts';

const minute = 60_000;
const mostDays = 62;
const mostSchedules = 20;

export const scheduleHandlers: Handlers = {
  'POST /users/{user}/calendar/getSchedule': (call) => {
    mailboxOf(userOf(call));
    const wish = wishOf(call);
    return ok({
      '@odata.context': `${call.world.linkBase}/$metadata#Collection(microsoft.graph.scheduleInformation)`,
      value: wish.addresses.map((address) => informationFor(call, address, wish)),
    });
  },
};

interface Wish {
  readonly addresses: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly interval: number;
  readonly zone: string;
}

function wishOf({ request }: GraphCall): Wish {
  const addresses = listField(request.body, 'schedules').map(String);
  const from = instantOf(field(request.body, 'startTime'), 'StartTime');
  const to = instantOf(field(request.body, 'endTime'), 'EndTime');
  const interval = Number(field(request.body, 'availabilityViewInterval') ?? 30);
  if (addresses.length === 0) throw badRequest('The parameter Schedules is empty.', 'ErrorInvalidParameter');
  if (addresses.length > mostSchedules) {
    const message = `There are too many target users in the EmailAddress array. The allowed size = ${mostSchedules}; the actual size = ${addresses.length}.`;
    throw badRequest(message, 'ErrorMailboxDataArrayTooBig');
  }
  if (!(interval >= 5 && interval <= 1440)) {
    throw badRequest(
      'The MergedFreeBusyInterval must be between 5 and 1440 minutes.',
      'ErrorInvalidMergedFreeBusyInterval',
    );
  }
  if (to <= from) throw badRequest('The end time must be later than the start time.', 'ErrorInvalidTimeInterval');
  const days = (to - from) / (1440 * minute);
  if (days > mostDays) {
    const message = `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = ${mostDays} days; the actual limit = ${Math.ceil(days)} days.`;
    throw badRequest(message, 'ErrorTimeIntervalTooBig');
  }
  return { addresses, from, to, interval, zone: preferredZone(request) };
}

function informationFor(call: GraphCall, address: string, wish: Wish): Entity {
  const person = call.world.directory.byMail(address);
  if (!person?.mailbox) {
    const message = `Unable to resolve e-mail address ${address} to an Active Directory object.`;
    return { scheduleId: address, error: { message, responseCode: person ? 'ErrorMailRecipientNotFound' : '5009' } };
  }
  const entries = entriesOf(call.world, person, wish.from, wish.to).filter(({ status }) => status !== 'free');
  const showsDetails = call.caller.kind === 'delegated' && person.id === call.caller.personId;
  return {
    scheduleId: address,
    availabilityView: viewOf(entries, wish),
    scheduleItems: entries.map((entry) => itemOf(entry, wish.zone, showsDetails)),
    workingHours: workingHoursEntity(person.mailbox),
  };
}

function itemOf({ start, end, status, subject, location }: CalendarEntry, zone: string, showsDetails: boolean): Entity {
  return {
    ...(showsDetails ? { isPrivate: false, subject, location } : {}),
    status,
    start: timeIn(start, zone),
    end: timeIn(end, zone),
  };
}

/** From the weakest to the strongest: where two overlap, the stronger is shown. */
const strengths = ['free', 'workingElsewhere', 'tentative', 'unknown', 'busy', 'oof'];
const digits: Readonly<Record<string, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
};

function viewOf(entries: readonly CalendarEntry[], { from, to, interval }: Wish): string {
  const slots: string[] = [];
  for (let start = from; start < to; start += interval * minute) {
    const end = start + interval * minute;
    const statuses = entries.filter((entry) => entry.start < end && entry.end > start).map(({ status }) => status);
    const strongest = strengths.findLast((status) => statuses.some((each) => each === status)) ?? 'free';
    slots.push(digits[strongest] ?? '2');
  }
  return slots.join('');
}

/** The status that this person shows in a period: `free` when nothing but free entries touches it. */
export function statusIn(call: GraphCall, person: SandboxPerson, from: number, to: number): string {
  const statuses = entriesOf(call.world, person, from, to).map(({ status }) => status);
  return strengths.findLast((status) => statuses.some((each) => each === status)) ?? 'free';
}
