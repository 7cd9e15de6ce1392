/** Mailbox settings: working hours, zone and language. */
import type { SandboxMailbox } from '../organisation/model.ts';
import { GraphError, ok } from './answers.ts';
import type { Entity } from './odata.ts';
import type { Handlers } from './world.ts';
import { userOf } from './world.ts';

export const settingsHandlers: Handlers = {
  'GET /users/{user}/mailboxSettings': (call) =>
    ok({
      '@odata.context': `${call.world.linkBase}/$metadata#mailboxSettings`,
      ...settingsEntity(mailboxOf(userOf(call))),
    }),
};

export function mailboxOf(person: { readonly mailbox: SandboxMailbox | null }): SandboxMailbox {
  if (!person.mailbox) {
    const message = 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.';
    throw new GraphError(404, 'MailboxNotEnabledForRESTAPI', message);
  }
  return person.mailbox;
}

export function settingsEntity(mailbox: SandboxMailbox): Entity {
  const languages = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });
  return {
    archiveFolder: null,
    timeZone: mailbox.timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'd/MM/yyyy',
    timeFormat: 'HH:mm',
    userPurpose: mailbox.purpose,
    automaticRepliesSetting: {
      status: mailbox.away ? 'scheduled' : 'disabled',
      externalAudience: 'none',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: mailbox.away ? inUtc(mailbox.away.from) : null,
      scheduledEndDateTime: mailbox.away ? inUtc(mailbox.away.until) : null,
    },
    language: { locale: mailbox.locale, displayName: languages.of(mailbox.locale) ?? mailbox.locale },
    workingHours: workingHoursEntity(mailbox),
  };
}

const inUtc = (moment: string): Entity => ({ dateTime: `${moment.slice(0, 19)}.0000000`, timeZone: 'UTC' });

export function workingHoursEntity({ workingHours }: SandboxMailbox): Entity {
  const { daysOfWeek, startTime, endTime, timeZone } = workingHours;
  const name = { name: timeZone };
  return {
    daysOfWeek,
    startTime: `${startTime}:00.0000000`,
    endTime: `${endTime}:00.0000000`,
    timeZone: timeZone === 'Customized Time Zone' ? { ...centralEurope, ...name } : name,
  };
}

/** What Outlook keeps for people whose computer had rules of its own: minutes from local time to UTC, and the switches. */
const centralEurope = {
  '@odata.type': '#microsoft.graph.customTimeZone',
  bias: -60,
  standardOffset: { time: '03:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
  daylightOffset: {
    daylightBias: -60,
    time: '02:00:00.0000000',
    dayOccurrence: 5,
    dayOfWeek: 'sunday',
    month: 3,
    year: 0,
  },
};
