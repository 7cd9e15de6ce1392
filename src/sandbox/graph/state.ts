/** What people and the product did to this Graph: it survives a restart in one JSON file, written whole and renamed into place. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seededGuid } from '../identity.ts';
import type { SandboxPerson } from '../organisation/model.ts';

export interface DirectoryChange {
  readonly personId: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** Properties that changed, `manager` among them. */
  readonly fields: readonly string[];
  /** Who was the manager before, where that changed. */
  readonly formerManagerId?: string;
}

export interface Address {
  readonly name: string;
  readonly address: string;
}

export type EventResponse = 'none' | 'accepted' | 'tentativelyAccepted' | 'declined';

export interface StoredAttendee extends Address {
  readonly type: 'required' | 'optional' | 'resource';
  /** What they said so far, and when; the same in all copies. */
  readonly response?: EventResponse;
  readonly answeredAt?: string;
}

/** One occurrence of a series that is not as the series has it: moved or otherwise changed, or cancelled. */
export interface SeriesException {
  readonly cancelled?: true;
  readonly change?: Partial<Pick<StoredEvent, 'start' | 'end' | 'subject' | 'body' | 'location' | 'attendees'>>;
  readonly lastModifiedDateTime: string;
  readonly version: number;
}

/** What a pattern of Graph comes to here: every so many days, weeks or months from the start of the event on. */
export interface Recurrence {
  /** As it was given, to be given back. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly unit: 'days' | 'weeks' | 'months';
  readonly every: number;
  /** The last local date, or how many there are. */
  readonly until?: string;
  readonly count?: number;
}

export interface StoredSubscription {
  readonly id: string;
  readonly personId: string;
  readonly resource: string;
  readonly changeTypes: readonly string[];
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly expirationDateTime: string;
}

/** One mailbox's copy of an event; copies of one meeting share `iCalUId`. Times are UTC, ISO 8601. */
export interface StoredEvent {
  readonly id: string;
  readonly personId: string;
  readonly organiserId: string;
  readonly iCalUId: string;
  readonly transactionId: string | null;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly change: number;
  readonly subject: string;
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string };
  readonly start: string;
  readonly end: string;
  readonly startZone: string;
  readonly endZone: string;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly sensitivity: string;
  readonly importance: string;
  readonly location: string;
  readonly attendees: readonly StoredAttendee[];
  readonly hideAttendees?: boolean;
  readonly joinUrl: string | null;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly categories: readonly string[];
  /** Of the first event of a series, which stands for all. */
  readonly recurrence?: Recurrence;
  /** By the local date on which the series has the occurrence. */
  readonly exceptions?: Readonly<Record<string, SeriesException>>;
  /** Of an occurrence, which is computed and never stored. */
  readonly occurrence?: { readonly masterId: string; readonly date: string; readonly isException: boolean };
}

export interface StoredMail {
  readonly id: string;
  readonly personId: string;
  readonly folder: 'inbox' | 'sentitems';
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly contentType: 'html' | 'text';
  readonly content: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly contentBytes: string;
  }[];
  readonly sentDateTime: string;
}

export interface StoredInstallation {
  readonly id: string;
  readonly personId: string;
  readonly teamsAppId: string;
  readonly installedDateTime: string;
}

export interface StoredNotification {
  readonly id: string;
  readonly personId: string;
  readonly activityType: string;
  readonly previewText: string;
  readonly topic: { readonly source: string; readonly value: string; readonly webUrl: string | null };
  readonly templateParameters: readonly { readonly name: string; readonly value: string }[];
  readonly sentDateTime: string;
}

export interface GraphState {
  readonly seed: number;
  /** Delta tokens of another epoch are unknown here. */
  epoch: string;
  serial: number;
  changes: DirectoryChange[];
  patches: Record<string, Partial<SandboxPerson>>;
  added: SandboxPerson[];
  removed: string[];
  events: StoredEvent[];
  /** Which events changed in which mailbox, in order: what delta tokens count. */
  calendarChanges: { readonly personId: string; readonly eventId: string }[];
  subscriptions: StoredSubscription[];
  mails: StoredMail[];
  installations: StoredInstallation[];
  notifications: StoredNotification[];
  /** Groups whose members have a role of the product's app. */
  groupRoles: { readonly groupId: string; readonly role: string }[];
  /** Members of groups, where they are others than at first. */
  groupMembers: Record<string, readonly string[]>;
}

export interface StateStore {
  readonly state: GraphState;
  /** Says that the state changed: it is written within half a second. */
  touch(): void;
  /** An id that was never given before. */
  newId(kind: string): string;
  flush(): Promise<void>;
}

const writeAfter = 300;

export interface StoreWish {
  readonly seed: number;
  /** Without a folder nothing is written. */
  readonly dataDir?: string;
  readonly now: () => Date;
}

export async function openState({ seed, dataDir, now }: StoreWish): Promise<StateStore> {
  const file = dataDir === undefined ? null : join(dataDir, 'graph-state.json');
  const state = (file === null ? null : await readState(file, seed)) ?? emptyState(seed, now());
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    const isDue = timer !== null;
    timer = null;
    if (file !== null && isDue) writing = writing.then(() => writeState(file, JSON.stringify(state)));
    return writing;
  }

  return {
    state,
    touch: () => {
      if (file === null) return;
      timer ??= setTimeout(() => void flush(), writeAfter);
    },
    newId: (kind) => seededGuid(seed, kind, state.epoch, String((state.serial += 1))),
    flush,
  };
}

function emptyState(seed: number, now: Date): GraphState {
  return {
    seed,
    epoch: seededGuid(seed, 'epoch', now.toISOString()),
    serial: 0,
    changes: [],
    patches: {},
    added: [],
    removed: [],
    events: [],
    calendarChanges: [],
    subscriptions: [],
    mails: [],
    installations: [],
    notifications: [],
    groupRoles: [],
    groupMembers: {},
  };
}

/** Another seed is another organisation: what was done to that one is left behind. */
async function readState(file: string, seed: number): Promise<GraphState | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const state: GraphState = { ...emptyState(seed, new Date(0)), ...(JSON.parse(text) as GraphState) };
  return state.seed === seed ? state : null;
}

async function writeState(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
