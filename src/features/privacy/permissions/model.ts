/**
 * The permissions of Microsoft Graph that the product asks for: the one table of them. A test holds it to the requests that can be made
 * (`platform/graph/permissions.ts`). What each is for and what works without it are words under `permission.RIGHTS.NAME`. Safe in the browser.
 */
export const rights = ['app', 'delegated'] as const;
/** `app`: the app's own, without anybody being there. `delegated`: those of the person in the tab. */
export type Rights = (typeof rights)[number];

export const permissions: readonly Permission[] = [
  { rights: 'app', name: 'AppCatalog.Read.All', isNeeded: false },
  { rights: 'app', name: 'Application.Read.All', isNeeded: false },
  { rights: 'app', name: 'Calendars.Read', isNeeded: false, grant: 'mailbox' },
  {
    ...{ rights: 'app', name: 'Calendars.ReadBasic', isNeeded: false, grant: 'mailbox' },
    ...{ alsoCalled: ['Calendars.ReadBasic.All'], coveredBy: ['Calendars.Read', 'Calendars.ReadWrite'] },
  },
  { rights: 'app', name: 'Calendars.ReadWrite', isNeeded: false, grant: 'mailbox' },
  { rights: 'app', name: 'GroupMember.Read.All', isNeeded: false },
  { rights: 'app', name: 'Mail.Send', isNeeded: false, grant: 'mailbox' },
  { rights: 'app', name: 'MailboxSettings.Read', isNeeded: false },
  { rights: 'app', name: 'ProfilePhoto.Read.All', isNeeded: false },
  { rights: 'app', name: 'TeamsAppInstallation.ReadWriteSelfForUser.All', isNeeded: false },
  { rights: 'app', name: 'User.Read.All', isNeeded: true },
  { rights: 'delegated', name: 'Calendars.ReadWrite', isNeeded: false },
  { rights: 'delegated', name: 'Mail.Send', isNeeded: false },
  { rights: 'delegated', name: 'Place.Read.All', isNeeded: false },
];

export interface Permission {
  readonly rights: Rights;
  readonly name: string;
  /** Without it the product does not work; every other one is a wish. */
  readonly isNeeded: boolean;
  /** Other names that Entra gives to the same. */
  readonly alsoCalled?: readonly string[];
  /** Any of these opens all that this one is asked for. */
  readonly coveredBy?: readonly string[];
  /** `mailbox`: reaches every mailbox until Exchange limits it. */
  readonly grant?: 'mailbox';
}

/** Comes with every sign-in, whatever an administrator does. */
export const signInScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access', 'User.Read'];

export interface Compared {
  readonly missing: readonly Permission[];
  /** Names that nothing here needs. */
  readonly more: readonly string[];
}

export const namesOf = ({ name, alsoCalled = [] }: Permission): readonly string[] => [name, ...alsoCalled];

/** What of the table is not granted, and what is granted and not in it. */
export function compare(of: Rights, granted: readonly string[]): Compared {
  const asked: readonly Permission[] = permissions.filter((one) => one.rights === of);
  const names = asked.flatMap(namesOf);
  const known = new Set([...names, ...(of === 'delegated' ? signInScopes : [])]);
  return {
    missing: asked.filter((one) => ![...namesOf(one), ...(one.coveredBy ?? [])].some((name) => granted.includes(name))),
    more: granted.filter((name) => !known.has(name)).toSorted(),
  };
}
