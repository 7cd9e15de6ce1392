/** The part of OData that Graph's directory speaks: `$select`, `$filter`, `$search`, `$orderby`, `$top`, `$count` and paging. */
import type { GraphRequest } from './answers.ts';
import { badRequest, isRecord } from './answers.ts';
import { parseFilter, textOf } from './filter.ts';

export type Entity = Readonly<Record<string, unknown>>;

export interface Shape {
  /** Such as `microsoft.graph.user`. */
  readonly type: string;
  /** Every property of the type. */
  readonly properties: ReadonlySet<string>;
  /** What is given when nothing is selected. */
  readonly usual: readonly string[];
}

export function selectedOf(query: URLSearchParams, shape: Shape): readonly string[] | null {
  const select = query.get('$select');
  if (select === null || select.trim() === '') return null;
  const names = select.split(',').map((name) => name.trim());
  for (const name of names) {
    if (!shape.properties.has(name) && name !== 'id') {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${shape.type}'.`,
      );
    }
  }
  return names;
}

export function project(entity: Entity, shape: Shape, selected: readonly string[] | null): Entity {
  const names = ['@odata.type', ...(selected ? ['id', ...selected] : shape.usual)];
  return Object.fromEntries(names.filter((name) => name in entity).map((name) => [name, entity[name]]));
}

export interface Page extends Entity {
  readonly value: readonly Entity[];
}

export interface PageWish {
  readonly shape: Shape;
  readonly context: string;
  readonly linkBase: string;
  readonly usualSize?: number;
  readonly most?: number;
}

/** One page of a list: filtered, counted, ordered, cut and projected. */
export function page<T>(
  request: GraphRequest,
  items: readonly T[],
  entityOf: (item: T) => Entity,
  wish: PageWish,
): Page {
  const { query } = request;
  const selected = selectedOf(query, wish.shape);
  const found = order(narrow(request, items, entityOf, wish.shape), query, entityOf);
  const size = pageSize(query, wish);
  const offset = offsetOf(query);
  const counts = query.get('$count') === 'true' && isAdvanced(request);
  const value = found.slice(offset, offset + size).map((item) => project(entityOf(item), wish.shape, selected));
  return {
    '@odata.context': `${wish.linkBase}/$metadata#${wish.context}${selected ? `(${selected.join(',')})` : ''}`,
    ...(counts ? { '@odata.count': found.length } : {}),
    ...(offset + size < found.length ? { '@odata.nextLink': nextLink(request, wish.linkBase, offset + size) } : {}),
    value,
  };
}

function narrow<T>(
  request: GraphRequest,
  items: readonly T[],
  entityOf: (item: T) => Entity,
  shape: Shape,
): readonly T[] {
  const filter = request.query.get('$filter');
  const search = request.query.get('$search');
  let found = items;
  if (filter !== null) {
    const parsed = parseFilter(filter, shape);
    if (parsed.isAdvanced && !isAdvanced(request)) throw unsupportedQuery();
    found = found.filter((item) => parsed.matches(entityOf(item)));
  }
  if (search !== null) {
    if (request.header('consistencylevel') !== 'eventual') throw unsupportedQuery();
    const wanted = parseSearch(search);
    found = found.filter((item) => hasWord(entityOf(item)[wanted.property], wanted.text));
  }
  return found;
}

function parseSearch(search: string): { property: string; text: string } {
  const parts = /^"?(displayName|description|mail|userPrincipalName):([^"]+)"?$/u.exec(search);
  if (!parts?.[1] || !parts[2]) throw badRequest(`Syntax error: character ':' is not valid in '${search}'.`);
  return { property: parts[1], text: parts[2].toLowerCase() };
}

/** Directory search finds the beginnings of words. */
function hasWord(value: unknown, text: string): boolean {
  return typeof value === 'string' && ` ${value.toLowerCase()}`.includes(` ${text}`);
}

function order<T>(items: readonly T[], query: URLSearchParams, entityOf: (item: T) => Entity): readonly T[] {
  const [property, direction] = (query.get('$orderby') ?? '').split(' ');
  if (!property) return items;
  const sign = direction === 'desc' ? -1 : 1;
  const key = (item: T): string => textOf(entityOf(item)[property]);
  return items.toSorted((one, other) => sign * key(one).localeCompare(key(other), 'en'));
}

function pageSize(query: URLSearchParams, { usualSize = 100, most = 999 }: PageWish): number {
  const top = query.get('$top');
  if (top === null) return usualSize;
  const size = Number(top);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw badRequest(
      `Invalid page size specified: '${top}'. Must be between 1 and ${most} inclusive.`,
      'Request_BadRequest',
    );
  }
  return size;
}

function offsetOf(query: URLSearchParams): number {
  const token = query.get('$skiptoken');
  if (token === null) return Number(query.get('$skip') ?? 0);
  const offset = Number(readToken(token)?.['offset']);
  if (!Number.isInteger(offset)) {
    throw badRequest(
      'The specified page token value has expired and can no longer be used.',
      'Directory_ExpiredPageToken',
    );
  }
  return offset;
}

function nextLink(request: GraphRequest, linkBase: string, offset: number): string {
  const query = new URLSearchParams(request.query);
  query.delete('$skip');
  query.set('$skiptoken', writeToken({ offset }));
  return `${linkBase}${request.path}?${queryText(query)}`;
}

/** Graph's own links leave `$` and `,` as they are. */
export function queryText(query: URLSearchParams): string {
  return query.toString().replaceAll('%24', '$').replaceAll('%2C', ',');
}

export function writeToken(content: Entity): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

export function readToken(token: string): Entity | null {
  try {
    const content: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return isRecord(content) ? content : null;
  } catch {
    return null;
  }
}

function isAdvanced(request: GraphRequest): boolean {
  return request.header('consistencylevel') === 'eventual' && request.query.get('$count') === 'true';
}

function unsupportedQuery(): Error {
  return badRequest(
    "Unsupported Query. Advanced queries need the header 'ConsistencyLevel: eventual' and '$count=true'.",
    'Request_UnsupportedQuery',
  );
}
