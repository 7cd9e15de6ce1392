/** What a package asks of an organisation: nothing that the product does not use. */
import { manifestFile } from './files.ts';
import type { Fault } from './fault.ts';
import type { Manifest } from './manifest.ts';

const at = (place: string, says: string): Fault => ({ file: manifestFile, at: place, says });

/**
 * Posts in channels go through the bot, which needs no right in a team but to be there; nothing goes to the activity feed, and nobody
 * writes with the app in their own messages. Whoever builds that says so here.
 */
export function askedFaults(manifest: Manifest): Fault[] {
  const rights = manifest.authorization?.permissions?.resourceSpecific ?? [];
  return [
    ...rights.map(({ name = '' }, place) =>
      at(`authorization.permissions.resourceSpecific[${place}]`, `remove ${name}: no request of the product needs it`),
    ),
    ...(manifest.activities?.activityTypes ?? []).map(({ type = '' }, place) =>
      at(`activities.activityTypes[${place}]`, `remove ${type}: the product sends nothing to the activity feed`),
    ),
    ...(manifest.composeExtensions.length > 0 ? [at('composeExtensions', 'remove it: the product has none')] : []),
    ...(manifest.configurableTabs.length > 0
      ? [at('configurableTabs', 'remove it: no page shows itself in a channel')]
      : []),
    ...botFaults(manifest),
  ];
}

function botFaults({ bots }: Manifest): Fault[] {
  const [bot] = bots;
  if (!bot) return [at('bots', 'is missing: without the bot nobody is written to')];
  return (['personal', 'team'] as const)
    .filter((scope) => !bot.scopes.includes(scope))
    .map((scope) =>
      at('bots[0].scopes', `add "${scope}": ${scope === 'team' ? 'it posts in channels' : 'it writes to people'}`),
    );
}
