/**
 * The nouns of the generated organisation: accounts as Entra ID knows them, their mailboxes, groups and teams.
 * Property names are those of Graph's `user`, `group`, `team` and `channel`.
 */
export type SandboxRole = 'administrator' | 'coordinator' | 'adviser' | 'employee' | 'guest' | 'service';
export type SandboxLanguage = 'nl' | 'fr' | 'de' | 'en';
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface WorkingHours {
  readonly daysOfWeek: readonly Weekday[];
  /** `HH:mm`, local time of the mailbox. */
  readonly startTime: string;
  readonly endTime: string;
  /** As Graph tells it: a Windows name, an IANA name, or `Customized Time Zone`. */
  readonly timeZone: string;
}

export interface SandboxMailbox {
  readonly purpose: 'user' | 'shared' | 'room';
  /** As Graph tells it: mostly a Windows name, for some people an IANA name. */
  readonly timeZone: string;
  readonly ianaZone: string;
  readonly locale: string;
  readonly workingHours: WorkingHours;
  /** For which time an automatic reply is set, ISO 8601 in UTC. */
  readonly away: { readonly from: string; readonly until: string } | null;
  /** Share of the working hours that is booked on an average day, 0 to 1. */
  readonly load: number;
}

export interface SandboxPerson {
  readonly id: string;
  readonly role: SandboxRole;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly userType: 'Member' | 'Guest';
  readonly accountEnabled: boolean;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly companyName: string | null;
  readonly officeLocation: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly usageLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly employeeId: string | null;
  readonly employeeType: string | null;
  readonly employeeHireDate: string | null;
  readonly managerId: string | null;
  /** Null for people without an Exchange licence, and for guests. */
  readonly mailbox: SandboxMailbox | null;
  readonly hasPhoto: boolean;
}

export interface SandboxGroup {
  readonly id: string;
  readonly kind: 'network' | 'department' | 'site' | 'nested' | 'team' | 'other';
  readonly displayName: string;
  readonly description: string | null;
  readonly mailNickname: string;
  readonly mail: string | null;
  readonly securityEnabled: boolean;
  readonly mailEnabled: boolean;
  readonly groupTypes: readonly string[];
  readonly visibility: 'Public' | 'Private' | null;
  readonly memberIds: readonly string[];
  readonly memberGroupIds: readonly string[];
}

export interface SandboxChannel {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
}

/** A team has the id of its group, which holds its members. */
export interface SandboxTeam {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly channels: readonly SandboxChannel[];
}

export interface Organisation {
  readonly seed: number;
  readonly name: string;
  readonly domain: string;
  readonly tenantId: string;
  /** Every account: employees first, then guests, then service accounts, rooms and shared mailboxes. */
  readonly people: readonly SandboxPerson[];
  readonly groups: readonly SandboxGroup[];
  readonly teams: readonly SandboxTeam[];
}

export interface OrganisationWish {
  readonly seed: number;
  /** Employees; guests and service accounts come on top of them (about three in a hundred). Least: 20. */
  readonly people?: number;
  /** The day on which hire dates are counted back from. The same day gives the same organisation. */
  readonly now?: Date;
}
