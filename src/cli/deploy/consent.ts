/** The one consent page: what is granted, what is missing, and what is granted though nobody asked for it. */
import { z } from 'zod';
import { permissionsOf, rights } from './permissions.ts';
import type { Site, Step } from './step.ts';

const graphAppId = '00000003-0000-0000-c000-000000000000';
const v1 = 'https://graph.microsoft.com/v1.0';
const named = z.looseObject({ id: z.string(), value: z.string().nullish() });
const graphPrincipal = z.looseObject({
  id: z.string(),
  appRoles: z.array(named),
  oauth2PermissionScopes: z.array(named),
});
const appGrants = z.looseObject({ value: z.array(z.looseObject({ appRoleId: z.string(), resourceId: z.string() })) });
const personGrants = z.looseObject({
  value: z.array(z.looseObject({ id: z.string(), resourceId: z.string(), consentType: z.string(), scope: z.string() })),
});

type Graph = z.infer<typeof graphPrincipal>;

const get = (url: string): string[] => ['rest', '--method', 'get', '--url', url];
const send = (method: string, url: string, body: object): string[] => [
  ...['rest', '--method', method, '--url', url, '--headers', 'Content-Type=application/json'],
  ...['--body', JSON.stringify(body)],
];

export const consentPage = (tenantId: string, clientId: string, domain: string): string =>
  `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}&redirect_uri=${encodeURIComponent(`https://${domain}/tab/`)}`;

interface Granted {
  readonly graph: Graph;
  readonly app: readonly string[];
  readonly delegated: readonly string[];
  /** The grant for everybody in the organisation, to which a scope can be added. */
  readonly forAll?: { readonly id: string; readonly scope: string };
}

async function readGranted({ programs, outputs }: Site): Promise<Granted> {
  const { tabPrincipalId } = await outputs();
  const standIn = { id: '<graph principal id>', appRoles: [], oauth2PermissionScopes: [] };
  const select = `$select=id,appRoles,oauth2PermissionScopes`;
  const graph = await programs.ask(
    get(`${v1}/servicePrincipals(appId='${graphAppId}')?${select}`),
    graphPrincipal,
    standIn,
  );
  const url = `${v1}/servicePrincipals/${tabPrincipalId}`;
  const app = await programs.ask(get(`${url}/appRoleAssignments`), appGrants, { value: [] });
  const people = await programs.ask(get(`${url}/oauth2PermissionGrants`), personGrants, { value: [] });
  const forAll = people.value.find((one) => one.consentType === 'AllPrincipals' && one.resourceId === graph.id);
  const nameOf = (id: string): string => graph.appRoles.find((one) => one.id === id)?.value ?? id;
  return {
    graph,
    app: app.value.filter((one) => one.resourceId === graph.id).map((one) => nameOf(one.appRoleId)),
    delegated: (forAll?.scope ?? '').split(' ').filter((one) => one !== ''),
    ...(forAll ? { forAll } : {}),
  };
}

/** Of names that mean the same, one is enough: the first that Graph knows. */
function wanted(site: Site, kind: 'app' | 'delegated', known: Graph): string[] {
  const all = permissionsOf(site.wish.site.rights, kind);
  const values = (kind === 'app' ? known.appRoles : known.oauth2PermissionScopes).map((one) => one.value);
  return site.wish.dryRun ? all : all.filter((one) => values.includes(one));
}

async function grant(site: Site, { graph, forAll }: Granted, app: string[], delegated: string[]): Promise<void> {
  const { tabPrincipalId } = await site.outputs();
  for (const one of app) {
    const appRoleId = graph.appRoles.find(({ value }) => value === one)?.id ?? `<id of ${one}>`;
    const body = { principalId: tabPrincipalId, resourceId: graph.id, appRoleId };
    await site.programs.az(send('post', `${v1}/servicePrincipals/${tabPrincipalId}/appRoleAssignments`, body));
  }
  if (delegated.length === 0) return;
  const scope = [...(forAll?.scope.split(' ') ?? []), ...delegated].filter((one) => one !== '').join(' ');
  const made = { clientId: tabPrincipalId, consentType: 'AllPrincipals', resourceId: graph.id, scope };
  await site.programs.az(
    forAll
      ? send('patch', `${v1}/oauth2PermissionGrants/${forAll.id}`, { scope })
      : send('post', `${v1}/oauth2PermissionGrants`, made),
  );
}

export const consent: Step = {
  id: 'consent',
  says: 'Look which rights are granted, and show the one page that grants them',
  run: async (site) => {
    const { tenantId, tabClientId, domain } = await site.outputs();
    const granted = await readGranted(site);
    const app = wanted(site, 'app', granted.graph).filter((one) => !granted.app.includes(one));
    const delegated = wanted(site, 'delegated', granted.graph).filter((one) => !granted.delegated.includes(one));
    const more = [
      ...granted.app.filter((one) => !permissionsOf(site.wish.site.rights, 'app').includes(one)),
      ...granted.delegated.filter((one) => !permissionsOf(site.wish.site.rights, 'delegated').includes(one)),
    ].filter((one) => !['openid', 'profile', 'email', 'offline_access', 'User.Read'].includes(one));
    for (const one of more)
      site.byHand(`${one} is granted, and nobody asked for it: take it away in Entra, Enterprise applications`);
    for (const one of rights.filter(
      (right) => right.inExchange !== undefined && site.wish.site.rights.includes(right.name),
    ))
      site.byHand(
        `${one.permissions[0]} is asked for all mailboxes: better --without ${one.name}, and deploy.sh mailboxes`,
      );
    if (app.length + delegated.length === 0) return site.say('everything that was asked for is granted');
    site.say(
      `still to be granted: ${[...app, ...delegated.map((one) => `${one} (in the name of people)`)].join(', ')}`,
    );
    if (site.wish.grant) return grant(site, granted, app, delegated);
    const page = consentPage(tenantId, tabClientId, domain);
    site.say(page);
    site.byHand(`Open the consent page as a Privileged Role Administrator, and agree: ${page}`);
  },
};
