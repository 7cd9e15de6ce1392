/** What an address that leaves is told as: whose service it is, and the pattern of its path. Ids in it are not told. */
import { graphCalls } from '../graph/permissions.ts';

export const services = [
  ...(['graph', 'entra', 'connector', 'bot-keys', 'identity', 'vault', 'model', 'clock', 'telemetry'] as const),
  'other',
] as const;
export type Service = (typeof services)[number];

const ofGraph = Object.keys(graphCalls).map((call) => call.slice(call.indexOf(' ') + 1));
const ofOthers = [
  ...['/v3/conversations', '/v3/conversations/{id}/activities', '/v3/conversations/{id}/activities/{id}'],
  '/v3/teams/{id}/conversations',
  ...['/oauth2/v2.0/token', '/v2.0/.well-known/openid-configuration', '/discovery/v2.0/keys', '/discovery/instance'],
  ...['/v1/.well-known/openidconfiguration', '/v1/.well-known/keys', '/msi/token'],
  ...['/keys/{id}', '/keys/{id}/{id}', '/keys/{id}/wrapkey', '/keys/{id}/{id}/unwrapkey'],
  '/openai/deployments/{id}/chat/completions',
] as const;

/** Every pattern that there is. */
export const pathPatterns: readonly string[] = [...new Set([...ofGraph, ...ofOthers])];

const ids = /\{\w+\}/g;
const idsIn = (pattern: string): number => pattern.match(ids)?.length ?? 0;
const asExpression = (pattern: string): string => pattern.replaceAll(/[$.]/g, '\\$&').replace(ids, '[^/]+');

/** `before`: what may stand before the pattern, in the path of that service. */
function matcher(patterns: readonly string[], before: string): (path: string) => string {
  // Where a name and an id could stand in one place, the name is meant.
  const known = patterns
    .toSorted((one, other) => idsIn(one) - idsIn(other))
    .map((pattern) => ({ pattern, expression: new RegExp(`^${before}${asExpression(pattern)}(\\(\\))?$`) }));
  return (path) => known.find(({ expression }) => expression.test(path))?.pattern ?? 'other';
}

const inGraph = matcher([...new Set(ofGraph)], '(?:/v1\\.0)?');
const elsewhere = matcher(ofOthers, '.*');

/** The pattern of a path, or `other`. */
export function patternOf(service: Service, path: string): string {
  return service === 'graph' ? inGraph(path) : elsewhere(path);
}
