/** Control API: what arrived in people's chats and in channels, what they write, and the buttons they press. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { PressResult } from '../connector/press.ts';
import { asked } from './asked.ts';
import { personIn, Unwelcome, type HostWorld } from './world.ts';

const whose = z.looseObject({ personId: z.string() });
const written = z.strictObject({ personId: z.string(), text: z.string().min(1).max(4000) });
const pressed = z.strictObject({
  personId: z.string(),
  action: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()).default({}),
});
const submitted = z.strictObject({ personId: z.string(), data: z.unknown() });
const installed = z.strictObject({ personId: z.string(), installed: z.boolean().default(true) });

export function chatRoutes(world: HostWorld): Router {
  const { connector } = world;
  const routes = Router();
  routes.get('/sandbox/messages', (req: Request, res: Response) => {
    res.json(connector.messagesOf(personIn(world, asked(whose, req.query).personId).id));
  });
  routes.get('/sandbox/chat', (req: Request, res: Response) => {
    res.json(connector.chatOf(personIn(world, asked(whose, req.query).personId).id));
  });
  routes.post('/sandbox/chat', async (req: Request, res: Response) => {
    const { personId, text } = asked(written, req.body);
    const { id } = personIn(world, personId);
    // Whoever writes to an app in Teams has it: opening the chat installs it.
    await world.graph.installTeamsApp(id);
    const { status, body } = await connector.say(id, text);
    res.status(status < 400 ? 200 : 502).json({ status, body });
  });
  routes.post('/sandbox/messages/:id/actions', async (req: Request<{ id: string }>, res: Response) => {
    const { personId, action, inputs } = asked(pressed, req.body);
    const result = await connector.press(personIn(world, personId).id, req.params.id, action, inputs);
    res.json(answerTo(result));
  });
  routes.post('/sandbox/dialogs', async (req: Request, res: Response) => {
    const { personId, data } = asked(submitted, req.body);
    res.json(await connector.submitDialog(personIn(world, personId).id, data));
  });
  routes.post('/sandbox/installations', async (req: Request, res: Response) => {
    const { personId, installed: wanted } = asked(installed, req.body);
    const { id } = personIn(world, personId);
    await (wanted ? world.graph.installTeamsApp(id) : uninstall(world, id));
    res.json({ installed: connector.isInstalledFor(id) });
  });
  return routes.use(channelRoutes(world));
}

/** The invoke's answer as it is (`statusCode`, `type`, `value`, or `task`), and how the press ended. */
function answerTo(result: PressResult): Record<string, unknown> {
  if (result.outcome === 'no-such-message') throw new Unwelcome(404, 'This person has no such message.');
  if (result.outcome === 'no-such-action')
    throw new Unwelcome(400, `The card has no such action. It has: ${result.actions.join(', ') || 'none'}.`, {
      actions: result.actions,
    });
  if (result.outcome === 'opened' || result.outcome === 'sent') return { ...result };
  const { outcome, status, body } = result;
  const answer = typeof body === 'object' && body !== null ? body : { body };
  return { ...answer, outcome, status };
}

async function uninstall({ graph, connector }: HostWorld, personId: string): Promise<void> {
  graph.uninstallTeamsApp(personId);
  await connector.uninstallFor(personId);
}

function channelRoutes({ organisation, connector }: HostWorld): Router {
  const routes = Router();
  // An owner adds the app to the team; from then on it can post in the channels.
  routes.post('/sandbox/teams/:id/app', async (req: Request<{ id: string }>, res: Response) => {
    const team = organisation.teams.find(({ id }) => id === req.params.id);
    if (!team) throw new Unwelcome(404, 'There is no such team. GET /sandbox/channels lists them.');
    const { status } = await connector.installInTeam(team.channels[0]?.id ?? team.id);
    res.status(status < 400 ? 200 : 502).json({ installed: status < 400 });
  });
  routes.get('/sandbox/channels', (_req: Request, res: Response) => {
    const teams = organisation.teams.map(({ id, displayName, channels }) => ({
      teamId: id,
      team: displayName,
      channels: channels.map((channel) => {
        const posts = connector.channelMessages(channel.id);
        return { id: channel.id, name: channel.displayName, posts };
      }),
    }));
    res.json(teams);
  });
  return routes;
}
