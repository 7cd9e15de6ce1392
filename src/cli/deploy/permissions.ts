/** Every right that an organisation may give Tandem, under a short name: what for, who gives it, and whether it is asked for by itself. */

export interface Right {
  /** The word after `--with` and `--without`. */
  readonly name: string;
  /** As Entra calls it; some have had two names. */
  readonly permissions: readonly string[];
  readonly rights: 'app' | 'delegated';
  readonly says: string;
  /** Whether the consent page asks for it when nobody says otherwise. */
  readonly usual: boolean;
  /** Best given in Exchange for some mailboxes, where `deploy mailboxes` says how; in Entra it would be for all of them. */
  readonly inExchange?: string;
}

export const rights: readonly Right[] = [
  {
    ...{ name: 'directory', permissions: ['User.Read.All'], rights: 'app', usual: true },
    says: 'names, department, office and manager of colleagues; the only one that Tandem needs',
  },
  {
    ...{ name: 'groups', permissions: ['GroupMember.Read.All'], rights: 'app', usual: true },
    says: 'employee networks and other groups as audiences',
  },
  {
    ...{ name: 'chat', rights: 'app', usual: true },
    permissions: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'AppCatalog.Read.All'],
    says: 'puts Tandem, and nothing else, into the chat of whoever is to hear from it',
  },
  {
    ...{ name: 'roles', permissions: ['Application.Read.All'], rights: 'app', usual: false },
    says: 'a role that is taken away ends at the next request, and not within the hour',
  },
  {
    ...{ name: 'photos', permissions: ['ProfilePhoto.Read.All'], rights: 'app', usual: false },
    says: 'photos of colleagues instead of initials',
  },
  {
    ...{ name: 'hours', permissions: ['MailboxSettings.Read'], rights: 'app', usual: false },
    ...{ says: 'working hours and time zone from Outlook', inExchange: 'Application MailboxSettings.Read' },
  },
  {
    ...{
      name: 'free-busy',
      permissions: ['Calendars.ReadBasic', 'Calendars.ReadBasic.All'],
      rights: 'app',
      usual: false,
    },
    says: 'free and busy of everybody, without subjects, to suggest times before somebody asks; for all mailboxes',
  },
  {
    ...{ name: 'calendars', permissions: ['Calendars.Read'], rights: 'app', usual: false },
    says: 'hears within a minute that a meeting was moved; reads subjects too',
    inExchange: 'Application Calendars.Read',
  },
  {
    ...{ name: 'cancel', permissions: ['Calendars.ReadWrite'], rights: 'app', usual: false },
    ...{ says: 'cancels meetings of pairs that ended', inExchange: 'Application Calendars.ReadWrite' },
  },
  {
    ...{ name: 'mail', permissions: ['Mail.Send'], rights: 'app', usual: false },
    ...{ says: 'mails those whom chat does not reach, from one mailbox', inExchange: 'Application Mail.Send' },
  },
  {
    ...{ name: 'booking', permissions: ['Calendars.ReadWrite'], rights: 'delegated', usual: true },
    says: 'books a meeting for whoever is in the tab and presses Book',
  },
  {
    ...{ name: 'own-mail', permissions: ['Mail.Send'], rights: 'delegated', usual: false },
    says: 'a coordinator sends an invitation from their own mailbox',
  },
  {
    ...{ name: 'rooms', permissions: ['Place.Read.All'], rights: 'delegated', usual: false },
    says: 'offers a room with a time',
  },
];

export const usualRights = rights.filter((one) => one.usual).map((one) => one.name);

/** Of these rights, what the consent page asks for. */
export function permissionsOf(names: readonly string[], kind: Right['rights']): string[] {
  return rights.filter((one) => one.rights === kind && names.includes(one.name)).flatMap((one) => one.permissions);
}
