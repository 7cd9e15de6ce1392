/** Who asks: the bearer token of the tab, checked with Entra's keys, and the language that the tab speaks. */
import type { Request } from 'express';
import { appRoles, type Admission, type AppRole, type Caller } from '../platform/doors.ts';
import { Failure } from '../platform/errors.ts';
import type { Platform } from '../platform/platform.ts';
import { languageOf, type Language } from '../platform/words.ts';
import { NotAdmitted } from './respond.ts';

const idempotencyKey = /^[0-9a-z-]{16,64}$/;

export interface TokenReader {
  /** Throws Failure `not-signed-in` for a token that is not good, `unavailable` when it cannot be told. */
  verifyTabToken(token: string): Promise<{
    readonly personId: string;
    readonly name: string;
    readonly roles: readonly string[];
  }>;
}

export async function signIn(entra: TokenReader, req: Request): Promise<Caller> {
  const assertion = /^Bearer ([\w.~+/-]+=*)$/i.exec(req.get('authorization') ?? '')?.[1];
  if (assertion === undefined) throw new Failure('not-signed-in', 'not-signed-in');
  const { personId, roles } = await entra.verifyTabToken(assertion);
  return { personId, roles: roles.filter(isAppRole), language: readersLanguage(req), assertion, ...keyOf(req) };
}

/** Of a random id that the tab makes for what is sent, and keeps until there is an answer. */
function keyOf(req: Request): Pick<Caller, 'idempotencyKey'> {
  const key = req.get('idempotency-key');
  if (key === undefined) return {};
  if (!idempotencyKey.test(key)) throw new Failure('bad-input', 'bad-key');
  return { idempotencyKey: key };
}

/** Without the roles of the token that were taken away since. Whoever has none there causes no call. */
export async function withRolesOfNow({ roles }: Pick<Platform, 'roles'>, caller: Caller): Promise<Caller> {
  if (caller.roles.length === 0) return caller;
  const now = await roles.of(caller.personId);
  return now === 'unknown' ? caller : { ...caller, roles: caller.roles.filter((role) => now.includes(role)) };
}

/** The role admits to a whole route; what a person may do with what is decided by the feature's policy. */
export function admit(who: Admission, caller: Caller): void {
  if (who !== 'anybody-signed-in' && !caller.roles.includes(who)) throw new NotAdmitted(who);
}

const isAppRole = (role: string): role is AppRole => (appRoles as readonly string[]).includes(role);

/** The first language of `Accept-Language`, in the order of its weights, that we speak; else English. */
export function readersLanguage(req: Request): Language {
  for (const tag of req.acceptsLanguages()) {
    const language = languageOf(tag);
    if (language) return language;
  }
  return 'en';
}
