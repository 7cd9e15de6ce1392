/**
 * What each endpoint asks of a token, the least permission first (Microsoft's permission tables). It decides here who
 * gets in, and it names in the request log what the product needs.
 */
export interface GraphCaller {
  readonly kind: 'app' | 'delegated';
  /** Who is signed in; only with a delegated token. */
  readonly personId?: string;
  /** Scopes of a delegated token, roles of an app's. */
  readonly permissions: readonly string[];
}

export interface Endpoint {
  readonly method: string;
  readonly template: string;
  /** Whose errors it gives, and what it needs of the user in the path. */
  readonly service: 'directory' | 'mailbox' | 'teams';
  /** Any one admits; null where the kind of token is not supported. */
  readonly delegated: readonly string[] | null;
  readonly app: readonly string[] | null;
  /** Admits an app that is installed for the person, or in the team (resource-specific consent). */
  readonly consentOfInstallation?: string;
}

const readBasic = ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
const readUsers = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
const readGroups = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All', 'Group.ReadWrite.All'];
const readPhotos = ['ProfilePhoto.Read.All', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'];
const readMailbox = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];
const readBusy = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];
const readBusyApp = ['Calendars.ReadBasic', 'Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'];
const readEvents = ['Calendars.Read', 'Calendars.ReadWrite'];
const readEventsBasic = ['Calendars.ReadBasic', ...readEvents];
const writeEvents = ['Calendars.ReadWrite'];
const sendMail = ['Mail.Send'];
const readInstalls = [
  'TeamsAppInstallation.ReadForUser',
  'TeamsAppInstallation.ReadWriteSelfForUser',
  'TeamsAppInstallation.ReadWriteForUser',
];
const forAll = (names: readonly string[]): string[] => names.map((name) => `${name}.All`);

type Rights = Pick<Endpoint, 'delegated' | 'app' | 'consentOfInstallation'>;

function endpoint(method: string, template: string, service: Endpoint['service'], rights: Rights): Endpoint {
  return { method, template, service, ...rights };
}

/** The same endpoint under `/users/{user}` and under `/me`, where a lesser permission may do. */
function personal(
  method: string,
  below: string,
  service: Endpoint['service'],
  rights: Rights & { readonly me?: readonly string[] },
): Endpoint[] {
  const { me, ...others } = rights;
  return [
    endpoint(method, `/users/{user}${below}`, service, others),
    endpoint(method, `/me${below}`, service, { ...others, delegated: me ?? others.delegated, app: null }),
  ];
}

const both = (names: readonly string[]): Rights => ({ delegated: names, app: names });

const directory: readonly Endpoint[] = [
  endpoint('GET', '/users', 'directory', both(readBasic)),
  endpoint('GET', '/users/delta', 'directory', both(readUsers)),
  ...personal('GET', '', 'directory', { ...both(readBasic), me: ['User.Read', ...readBasic] }),
  ...personal('GET', '/manager', 'directory', both(readUsers)),
  ...personal('GET', '/directReports', 'directory', both(readUsers)),
  ...personal('GET', '/photo', 'directory', { ...both(readPhotos), me: ['User.Read', ...readPhotos] }),
  ...personal('GET', '/photo/$value', 'directory', { ...both(readPhotos), me: ['User.Read', ...readPhotos] }),
  ...personal('GET', '/photos/{size}/$value', 'directory', { ...both(readPhotos), me: ['User.Read', ...readPhotos] }),
  ...personal('GET', '/memberOf', 'directory', { ...both(readGroups), me: ['User.Read', ...readGroups] }),
  ...personal('GET', '/transitiveMemberOf', 'directory', { ...both(readGroups), me: ['User.Read', ...readGroups] }),
  ...personal('GET', '/transitiveMemberOf/microsoft.graph.group', 'directory', both(readGroups)),
  ...personal('POST', '/checkMemberGroups', 'directory', { ...both(readGroups), me: ['User.Read', ...readGroups] }),
  endpoint('GET', '/groups', 'directory', both(readGroups)),
  endpoint('GET', '/groups/{group}', 'directory', both(readGroups)),
  ...['members', 'transitiveMembers'].flatMap((members) => [
    endpoint('GET', `/groups/{group}/${members}`, 'directory', both(readGroups)),
    endpoint('GET', `/groups/{group}/${members}/microsoft.graph.user`, 'directory', both(readGroups)),
  ]),
];

const mailbox: readonly Endpoint[] = [
  endpoint('GET', '/places/microsoft.graph.room', 'directory', both(['Place.Read.All'])),
  ...personal('GET', '/mailboxSettings', 'mailbox', both(readMailbox)),
  ...personal('POST', '/calendar/getSchedule', 'mailbox', { delegated: readBusy, app: readBusyApp }),
  ...personal('POST', '/findMeetingTimes', 'mailbox', {
    delegated: ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared', ...readEvents],
    app: null,
  }),
  ...personal('GET', '/calendarView', 'mailbox', both(readEventsBasic)),
  ...personal('GET', '/calendar/calendarView', 'mailbox', both(readEventsBasic)),
  ...personal('GET', '/events', 'mailbox', both(readEventsBasic)),
  ...personal('POST', '/events', 'mailbox', both(writeEvents)),
  ...personal('POST', '/calendar/events', 'mailbox', both(writeEvents)),
  ...personal('GET', '/events/{event}', 'mailbox', both(readEventsBasic)),
  ...personal('PATCH', '/events/{event}', 'mailbox', both(writeEvents)),
  ...personal('DELETE', '/events/{event}', 'mailbox', both(writeEvents)),
  ...personal('POST', '/events/{event}/cancel', 'mailbox', both(writeEvents)),
  ...personal('GET', '/events/{event}/instances', 'mailbox', both(readEventsBasic)),
  ...['accept', 'tentativelyAccept', 'decline', 'forward'].flatMap((verb) =>
    personal('POST', `/events/{event}/${verb}`, 'mailbox', both(writeEvents)),
  ),
  ...personal('GET', '/calendarView/delta', 'mailbox', both(readEventsBasic)),
  ...personal('POST', '/sendMail', 'mailbox', both(sendMail)),
];

/** Where reading does, Graph takes no permission that writes too. */
const subscriptions: readonly Endpoint[] = [
  ...['GET', 'POST'].map((method) => endpoint(method, '/subscriptions', 'mailbox', both(['Calendars.Read']))),
  ...['GET', 'PATCH', 'DELETE'].map((method) =>
    endpoint(method, '/subscriptions/{subscription}', 'mailbox', both(['Calendars.Read'])),
  ),
  endpoint('POST', '/subscriptions/{subscription}/reauthorize', 'mailbox', both(['Calendars.Read'])),
];

const readTeams = ['Team.ReadBasic.All', 'TeamSettings.Read.All'];
const notify = 'TeamsActivity.Send.User';

const teams: readonly Endpoint[] = [
  ...personal('GET', '/teamwork/installedApps', 'teams', { delegated: readInstalls, app: forAll(readInstalls) }),
  ...personal('POST', '/teamwork/installedApps', 'teams', {
    delegated: readInstalls.slice(1),
    app: forAll(readInstalls.slice(1)),
  }),
  ...personal('GET', '/teamwork/installedApps/{installation}', 'teams', {
    delegated: readInstalls,
    app: forAll(readInstalls),
  }),
  ...personal('DELETE', '/teamwork/installedApps/{installation}', 'teams', {
    delegated: readInstalls.slice(1),
    app: forAll(readInstalls.slice(1)),
  }),
  ...personal('GET', '/teamwork/installedApps/{installation}/chat', 'teams', {
    delegated: readInstalls,
    app: forAll(readInstalls),
  }),
  ...personal('POST', '/teamwork/sendActivityNotification', 'teams', {
    ...both(['TeamsActivity.Send']),
    consentOfInstallation: notify,
  }),
  endpoint('GET', '/appCatalogs/teamsApps', 'teams', both(['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'])),
  ...personal('GET', '/joinedTeams', 'teams', both(readTeams)),
  endpoint('GET', '/teams/{team}', 'teams', both(readTeams)),
  endpoint('GET', '/teams/{team}/channels', 'teams', {
    ...both(['Channel.ReadBasic.All', 'ChannelSettings.Read.All']),
    consentOfInstallation: 'ChannelSettings.Read.Group',
  }),
];

const readApps = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'];

const apps: readonly Endpoint[] = [
  endpoint('GET', '/servicePrincipals', 'directory', both(readApps)),
  endpoint('GET', '/servicePrincipals/{principal}/appRoleAssignedTo', 'directory', both(readApps)),
];

export const endpoints: readonly Endpoint[] = [...directory, ...apps, ...mailbox, ...subscriptions, ...teams];

/** Properties of a user that `User.ReadBasic.All` shows. */
export const basicProperties: ReadonlySet<string> = new Set([
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'userType',
  'photo',
]);

/** What this request needs: reading more of users than names asks for more than the endpoint by itself. */
export function permissionsFor(
  wanted: Endpoint,
  kind: GraphCaller['kind'],
  selected: readonly string[] | null,
): readonly string[] | null {
  const listed = kind === 'app' ? wanted.app : wanted.delegated;
  const readsUsers = wanted.template === '/users' || wanted.template === '/users/{user}';
  const beyond = readsUsers && selected?.some((name) => !basicProperties.has(name));
  return beyond ? readUsers : listed;
}
