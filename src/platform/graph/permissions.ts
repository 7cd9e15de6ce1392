/**
 * Every request that the product sends to Graph, with the least permission that it needs. A request that is not in this
 * table cannot be written. Where a call could do with less than the product must ask for anyway, the table names what
 * is asked for: one consent fewer. Source: the permission tables of the Microsoft Graph reference, v1.0.
 */
export interface Permissions {
  /** With the app's own rights. */
  readonly app?: string;
  /** With the rights of the person in the tab. */
  readonly delegated?: string;
}

export const graphCalls = {
  'GET /users/delta': { app: 'User.Read.All' },
  'GET /users/{id}': { app: 'User.Read.All' },
  'GET /users/{id}/manager': { app: 'User.Read.All' },
  'GET /groups': { app: 'GroupMember.Read.All' },
  'GET /groups/{id}/members': { app: 'GroupMember.Read.All' },
  'GET /groups/{id}/transitiveMembers': { app: 'GroupMember.Read.All' },
  'POST /users/{id}/checkMemberGroups': { app: 'GroupMember.Read.All' },
  'GET /servicePrincipals': { app: 'Application.Read.All' },
  'GET /servicePrincipals/{id}/appRoleAssignedTo': { app: 'Application.Read.All' },
  'GET /users/{id}/photos/{size}/$value': { app: 'ProfilePhoto.Read.All' },
  'GET /users/{id}/mailboxSettings': { app: 'MailboxSettings.Read' },

  'POST /users/{id}/calendar/getSchedule': { app: 'Calendars.ReadBasic' },
  'POST /me/calendar/getSchedule': { delegated: 'Calendars.ReadWrite' },
  // Following what happens in Outlook: with ReadBasic within the hour, with Read within a minute.
  'GET /users/{id}/calendarView/delta': { app: 'Calendars.ReadBasic' },
  'GET /users/{id}/events/{id}': { app: 'Calendars.ReadBasic' },
  'GET /users/{id}/events/{id}/instances': { app: 'Calendars.ReadBasic' },
  'POST /subscriptions': { app: 'Calendars.Read' },
  'PATCH /subscriptions/{id}': { app: 'Calendars.Read' },
  'DELETE /subscriptions/{id}': { app: 'Calendars.Read' },
  'GET /users/{id}/calendarView': { app: 'Calendars.ReadBasic' },
  'POST /users/{id}/events/{id}/cancel': { app: 'Calendars.ReadWrite' },
  'GET /me/calendarView': { delegated: 'Calendars.ReadWrite' },
  // Optional: without it no room is offered.
  'GET /places/microsoft.graph.room': { delegated: 'Place.Read.All' },
  'POST /me/events': { delegated: 'Calendars.ReadWrite' },
  'GET /me/events/{id}': { delegated: 'Calendars.ReadWrite' },
  'GET /me/events/{id}/instances': { delegated: 'Calendars.ReadWrite' },
  'PATCH /me/events/{id}': { delegated: 'Calendars.ReadWrite' },
  'POST /me/events/{id}/cancel': { delegated: 'Calendars.ReadWrite' },

  'POST /users/{id}/sendMail': { app: 'Mail.Send' },
  'POST /me/sendMail': { delegated: 'Mail.Send' },

  'GET /appCatalogs/teamsApps': { app: 'AppCatalog.Read.All' },
  'GET /users/{id}/teamwork/installedApps': { app: 'TeamsAppInstallation.ReadWriteSelfForUser.All' },
  'POST /users/{id}/teamwork/installedApps': { app: 'TeamsAppInstallation.ReadWriteSelfForUser.All' },
  'GET /users/{id}/teamwork/installedApps/{id}/chat': { app: 'TeamsAppInstallation.ReadWriteSelfForUser.All' },

  // The requests in a batch need their own permissions; they are in the log beside it.
  'POST /$batch': { app: '', delegated: '' },
} as const satisfies Readonly<Record<string, Permissions>>;

/** Method and path template, such as `GET /users/{id}/manager`. */
export type GraphCall = keyof typeof graphCalls;

export interface PermissionUsed {
  readonly method: string;
  readonly path: string;
  readonly rights: 'app' | 'delegated';
  readonly permission: string;
  readonly calls: number;
}

/** Empty for a batch. Throws for a call that may not be made with these rights: a fault of ours. */
export function permissionFor(call: GraphCall, rights: 'app' | 'delegated'): string {
  const permission = (graphCalls[call] as Permissions)[rights];
  if (permission === undefined) throw new TypeError(`${call} is not in the table for ${rights} rights`);
  return permission;
}

/** Counts the calls that were made, for `doctor --permissions`; `first` hears of each kind of call once. */
export function createCallLog(first: (used: PermissionUsed) => void = () => undefined): {
  note(call: GraphCall, rights: 'app' | 'delegated'): void;
  used(): readonly PermissionUsed[];
} {
  const counts = new Map<string, PermissionUsed>();
  return {
    note(call, rights) {
      const key = `${call} ${rights}`;
      const [method = '', path = ''] = call.split(' ');
      const calls = (counts.get(key)?.calls ?? 0) + 1;
      const used = { method, path, rights, permission: permissionFor(call, rights), calls };
      counts.set(key, used);
      if (calls === 1) first(used);
    },
    used: () => [...counts.values()],
  };
}
