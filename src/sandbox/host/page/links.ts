/** What Teams does with a link: a deep link to our own tab opens it there, everything else opens beside. */
import type { World } from './control.ts';
import type { Place } from './place.ts';

export function followLink(link: string, world: World, go: (part: Partial<Place>) => void): void {
  const url = new URL(link, location.href);
  const isOurs = url.hostname === 'teams.microsoft.com' && url.pathname.startsWith(`/l/entity/${world.teamsAppId}/`);
  if (isOurs) go({ app: 'tab', tab: 'home', path: pageIn(url) });
  else if (url.hostname === 'teams.microsoft.com' && url.pathname.startsWith('/l/chat/')) go({ app: 'chat' });
  else window.open(url, '_blank', 'noopener');
}

function pageIn(url: URL): string {
  const context: unknown = JSON.parse(url.searchParams.get('context') ?? '{}');
  const isNamed = typeof context === 'object' && context !== null && 'subEntityId' in context;
  return isNamed ? String(context.subEntityId) : '';
}
