/** Who is in a conversation or a team, as a bot may ask it. */
import { Router } from 'express';
import { memberIdOf } from './addresses.ts';
import type { ConnectorPerson } from './people.ts';
import { membersOf, place, teamOf, type RestDeps } from './places.ts';
import { Refused } from './refusals.ts';

/** Members of conversations, and teams with their channels. */
export function rosterRoutes(deps: RestDeps): Router {
  const routes = Router();
  const members = (conversation: string): object[] =>
    membersOf(deps, place(deps, conversation)).map((person) => accountOf(deps, person));
  routes.get('/v3/conversations/:conversation/members', (req, res) => void res.json(members(req.params.conversation)));
  routes.get(
    '/v3/conversations/:conversation/pagedmembers',
    (req, res) => void res.json({ members: members(req.params.conversation) }),
  );
  routes.get(
    '/v3/conversations/:conversation/activities/:activity/members',
    (req, res) => void res.json(members(req.params.conversation)),
  );
  routes.get('/v3/conversations/:conversation/members/:member', (req, res) => {
    const wanted = deps.people.ofMember(req.params.member)?.id;
    const person = membersOf(deps, place(deps, req.params.conversation)).find(({ id }) => id === wanted);
    if (!person) throw new Refused(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
    res.json(accountOf(deps, person));
  });
  routes.get('/v3/teams/:team/conversations', (req, res) => {
    const { channels } = teamOf(deps, req.params.team);
    // The general channel has no name here, as in Teams.
    const named = channels.map(({ id, displayName }) => (id === req.params.team ? { id } : { id, name: displayName }));
    res.json({ conversations: named });
  });
  routes.get('/v3/teams/:team', (req, res) => {
    const { id, displayName, aadGroupId, channels, memberIds } = teamOf(deps, req.params.team);
    res.json({ id, name: displayName, aadGroupId, channelCount: channels.length, memberCount: memberIds.length });
  });
  return routes;
}

function accountOf(deps: RestDeps, person: ConnectorPerson): object {
  const { id, displayName, userPrincipalName, givenName, surname } = person;
  const names = { name: displayName, ...(givenName ? { givenName } : {}), ...(surname ? { surname } : {}) };
  return {
    id: memberIdOf(id, deps.ids.botId),
    ...names,
    objectId: id,
    aadObjectId: id,
    email: userPrincipalName,
    userPrincipalName,
    tenantId: deps.ids.tenantId,
    userRole: 'user',
  };
}
