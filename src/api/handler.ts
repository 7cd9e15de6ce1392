/** One route of the table as an Express handler: sign in, admit, parse, run, let out what the schema allows. */
import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { entryOf } from '../features/people/usecases.ts';
import { download, givesFile, type Download, type Route } from '../platform/doors.ts';
import { Failure } from '../platform/errors.ts';
import { packageHeader } from '../platform/package-header.ts';
import type { Platform } from '../platform/platform.ts';
import { looking, lookAt } from '../platform/tables/look.ts';
import type { Pace } from './pace.ts';
import { NotAdmitted, Refused, TooLarge, TooMany } from './respond.ts';
import { admit, signIn, withRolesOfNow, type TokenReader } from './sign-in.ts';

/** Throws on two routes with one address, and on parameters that no schema parses. */
export function checkTable(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { method, path, params } of routes) {
    const address = `${method} ${path.replace(/:\w+/g, ':')}`;
    if (seen.has(address)) throw new Error(`the route table has ${method} ${path} twice`);
    if (path.includes(':') && !params) throw new Error(`${method} ${path} has parameters but no schema for them`);
    seen.add(address);
  }
}

export interface DoorParts {
  readonly deps: Platform;
  readonly entra: TokenReader;
  readonly pace: Pace;
  /** The largest body, in bytes. */
  readonly limit: number;
}

/** Nothing is read of the body before the caller is known. */
export function routeHandler({ deps, entra, pace, limit }: DoorParts, route: Route): RequestHandler[] {
  const params = route.params && strict(route.params);
  const query = route.query && strict(route.query);
  const body = route.body && strict(route.body);
  const enter: RequestHandler = async (req, res, next) => {
    res.locals['route'] = route.path;
    const signedIn = await signIn(entra, req);
    const wait = await pace(signedIn.personId, `${route.method} ${route.path}`);
    if (wait !== undefined) throw new TooMany(wait);
    const [caller, entry] = await Promise.all([
      withRolesOfNow(deps, signedIn),
      looking(deps, (seen) => entryOf(seen, signedIn.personId, route.guests === true)),
    ]);
    admit(route.who, caller);
    if (entry === 'nobody') throw new NotAdmitted('a colleague');
    if (entry === 'forgotten' && !route.forgotten) throw new Failure('gone', 'forgotten');
    deps.packages.note(req.get(packageHeader));
    // Else the parser would wait for all of it, only to throw it away.
    if (Number(req.get('content-length') ?? 0) > limit) throw new TooLarge();
    res.locals['caller'] = entry === 'guest' ? { ...caller, isGuest: true } : caller;
    res.locals['deps'] = depsFor(deps, route, req, res);
    next();
  };
  const answer: RequestHandler = async (req, res) => {
    const asked = {
      params: params && parsePath(params, req),
      query: query && parse(query, req.query),
      body: body && parse(body, req.body),
    };
    const given = route.gives.parse(await route.run(res.locals['deps'], res.locals['caller'], asked));
    if (givesFile(route)) sendFile(res, download.parse(given));
    else if (given === undefined) res.status(204).end();
    else res.json(given);
  };
  return [enter, express.json({ limit }), answer];
}

/**
 * Whoever only reads may share what others read at the same moment; not coordinators, who read what they have just changed, and nobody who
 * has just written something, perhaps through another process (`Cache-Control: no-cache`).
 */
function depsFor(deps: Platform, { method, who }: Route, req: Request, res: Response): Platform {
  if (method !== 'GET') return deps;
  const shares = who === 'anybody-signed-in' && req.get('cache-control') !== 'no-cache';
  const { tables, end } = lookAt(deps.tables, { shares });
  res.once('close', end);
  return { ...deps, tables };
}

function sendFile(res: Response, { name, type, bytes }: Download): void {
  res.set('Content-Type', type).set('Content-Disposition', `attachment; filename="${name}"`);
  res.end(bytes);
}

/** A field that nobody asked for is refused, also where the schema did not say so. */
function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject && !schema.def.catchall ? schema.strict() : schema;
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new Refused(parsed.error.issues);
  return parsed.data;
}

/** An id that cannot be one is the id of nothing. */
function parsePath(schema: z.ZodType, req: Request): unknown {
  const parsed = schema.safeParse({ ...req.params });
  if (!parsed.success) throw new Failure('not-found', 'not-found');
  return parsed.data;
}
