/** Makes the personal chat of somebody who never met the bot: installs the app for them through Graph, by the app's own rights. */
import { z } from 'zod';
import { graphOrigin } from '../outbound.ts';
import type { Graph } from '../graph.ts';
import { graphProblemIn } from '../graph/problems.ts';
import { TryLater, Undeliverable } from './delivery.ts';

const listOfIds = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
/** Nothing, or whatever Graph says of the installation; a page that some proxy put in its place is null. */
const noPage = z.unknown().refine((body) => body !== null);
const oneId = z.object({ id: z.string().min(1) });

export interface Installer {
  /** The id of the person's chat with the bot. Throws Undeliverable, or a Failure `unavailable`. */
  chatOf(personId: string): Promise<string>;
}

/** `teamsAppId` is the id in the app's manifest, or the one that the organisation's catalogue gave it. */
export function createInstaller(graph: Graph, teamsAppId: string): Installer {
  let known: string | undefined;

  async function idInCatalogue(): Promise<string> {
    if (known !== undefined) return known;
    const query = { $filter: `externalId eq '${teamsAppId}'` };
    try {
      const found = await graph.ask({ call: 'GET /appCatalogs/teamsApps', query, gives: listOfIds });
      known = found.value[0]?.id;
    } catch (error) {
      // Without the right to read the catalogue the setting must hold the catalogue's own id.
      if (graphProblemIn(error)?.status !== 403) throw error;
    }
    return known ?? teamsAppId;
  }

  async function install(personId: string, appId: string): Promise<void> {
    const body = { 'teamsApp@odata.bind': `${graphOrigin}/v1.0/appCatalogs/teamsApps/${appId}` };
    try {
      const call = 'POST /users/{id}/teamwork/installedApps';
      await graph.ask({ call, ids: [personId], body, gives: noPage });
    } catch (error) {
      if (graphProblemIn(error)?.status !== 409) throw error;
    }
  }

  async function installationOf(personId: string, appId: string): Promise<string> {
    const query = { $expand: 'teamsApp', $filter: `teamsApp/id eq '${appId}'` };
    const call = 'GET /users/{id}/teamwork/installedApps';
    const found = await graph.ask({ call, ids: [personId], query, gives: listOfIds });
    const installation = found.value[0]?.id;
    if (installation === undefined) throw new Undeliverable('not-installed');
    return installation;
  }

  return {
    async chatOf(personId) {
      try {
        const appId = await idInCatalogue();
        await install(personId, appId);
        const installation = await installationOf(personId, appId);
        const call = 'GET /users/{id}/teamwork/installedApps/{id}/chat';
        return (await graph.ask({ call, ids: [personId, installation], gives: oneId })).id;
      } catch (error) {
        throw meaningOfGraph(error, known !== undefined);
      }
    },
  };
}

function meaningOfGraph(error: unknown, appIsKnown: boolean): unknown {
  const problem = graphProblemIn(error);
  if (!problem) return error;
  if (problem.status === 404)
    return new Undeliverable(appIsKnown ? 'unknown-person' : 'not-installed', { cause: problem });
  if (problem.status === 400 || problem.status === 403) return new Undeliverable('not-installed', { cause: problem });
  const wait = problem.retryAfter === undefined ? undefined : problem.retryAfter * 1_000;
  return new TryLater('graph-busy', { cause: problem, retryAfterMs: wait });
}
