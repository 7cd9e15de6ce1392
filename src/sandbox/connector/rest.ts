/** The Bot Connector's REST interface (v3), as Teams answers it under a bot's service URL. */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { card, type Message } from './messages.ts';
import { placeToWrite, throttle, type Place, type RestDeps } from './places.ts';
import { notInRoster, refuse, Refused } from './refusals.ts';
import { rosterRoutes } from './roster.ts';

const activityBody = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
});
type ActivityBody = z.infer<typeof activityBody>;

const conversationBody = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).nullish(),
      channel: z.looseObject({ id: z.string() }).nullish(),
    })
    .nullish(),
  activity: activityBody.nullish(),
});

export function connectorRoutes(deps: RestDeps): Router {
  const routes = Router();
  routes.post('/v3/conversations', (req, res) => {
    const asked = conversationBody.parse(req.body);
    res.status(201).json(createConversation(deps, asked));
  });
  const post = (conversation: string, req: Request, res: Response): void => {
    res.status(201).json({ id: postActivity(deps, placeToWrite(deps, conversation), req.body) });
  };
  routes.post('/v3/conversations/:conversation/activities', (req, res) => post(req.params.conversation, req, res));
  routes.post('/v3/conversations/:conversation/activities/:activity', (req, res) =>
    post(req.params.conversation, req, res),
  );
  routes.put('/v3/conversations/:conversation/activities/:activity', (req, res) => {
    const one = writableMessage(deps, req.params);
    const body = activityBody.parse(req.body);
    const updatedAt = new Date(Number(deps.messages.newId())).toISOString();
    deps.messages.change(one, { text: '', summary: '', ...contentOf(body), notice: '', updatedAt, state: 'updated' });
    res.json({ id: one.id });
  });
  routes.delete('/v3/conversations/:conversation/activities/:activity', (req, res) => {
    deps.messages.change(writableMessage(deps, req.params), { cards: [], text: '', state: 'deleted' });
    res.status(200).end();
  });
  return routes.use(rosterRoutes(deps)).use(refuse);
}

function createConversation(deps: RestDeps, asked: z.infer<typeof conversationBody>): object {
  const tenant = asked.tenantId ?? asked.channelData?.tenant?.id;
  if (tenant !== null && tenant !== undefined && tenant !== deps.ids.tenantId)
    throw new Refused(403, 'ForbiddenOperationException', 'The bot is not installed in this tenant.');
  const channel = asked.channelData?.channel?.id;
  if (typeof channel === 'string') return startThread(deps, channel, asked.activity ?? undefined);
  const person = deps.people.ofMember(asked.members?.[0]?.id ?? '');
  if (!person) throw new Refused(400, 'BadArgument', 'Failed to decrypt pairwise id.');
  throttle(deps, person.id);
  if (!deps.people.standing(person.id).installed) throw notInRoster();
  const id = deps.people.chatId(person.id);
  if (!asked.activity) return { id };
  return { id, activityId: keep(deps, placeToWrite(deps, id), asked.activity) };
}

function startThread(deps: RestDeps, channelId: string, activity: ActivityBody | undefined): object {
  if (!activity) throw new Refused(400, 'BadSyntax', 'A thread begins with an activity.');
  const id = postActivity(deps, placeToWrite(deps, channelId), activity);
  return { id: `${channelId};messageid=${id}`, activityId: id };
}

function postActivity(deps: RestDeps, where: Place, body: unknown): string {
  throttle(deps, where.conversationId);
  return keep(deps, where, activityBody.parse(body));
}

/** Typing and the like pass by; only messages stay. */
function keep(deps: RestDeps, where: Place, body: ActivityBody): string {
  if (body.type !== 'message') return deps.messages.newId();
  const content = contentOf(body);
  if (content.cards.length === 0 && !content.text) throw new Refused(400, 'BadSyntax', 'Activity has no content.');
  const thread = where.threadOf === undefined ? {} : { threadOf: where.threadOf };
  return deps.messages.add({ conversationId: where.conversationId, from: 'bot', ...content, ...thread }).id;
}

function contentOf(body: ActivityBody): Pick<Message, 'cards'> & Partial<Pick<Message, 'text' | 'summary'>> {
  const cards = (body.attachments ?? [])
    .filter((one) => one.contentType === 'application/vnd.microsoft.card.adaptive')
    .map((one) => card.parse(one.content));
  return {
    cards,
    ...(body.text ? { text: body.text } : {}),
    ...(body.summary ? { summary: body.summary } : {}),
  };
}

function writableMessage(deps: RestDeps, params: { conversation: string; activity: string }): Message {
  const where = placeToWrite(deps, params.conversation);
  throttle(deps, where.conversationId);
  const one = deps.messages.find(where.conversationId, params.activity);
  if (!one || one.from !== 'bot' || one.state === 'deleted')
    throw new Refused(404, 'ActivityNotFoundInConversation', 'The activity is not in this conversation.');
  return one;
}
