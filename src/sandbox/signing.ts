/** Keys that sign tokens in the sandbox; kept in the data folder, so that a token outlives a restart. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { z } from 'zod';

export type Claims = Readonly<Record<string, unknown>>;

export interface SigningKey {
  readonly kid: string;
  /** What a JWKS document shows of it. */
  readonly publicJwk: JWK;
  /** Signs the claims as they are: whoever calls sets issuer, audience and times. */
  sign(claims: Claims): Promise<string>;
  /** The claims, when this key signed them and they are valid now; otherwise null. */
  verify(token: string): Promise<JWTPayload | null>;
}

const keptKey = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string() });

/** The key in this file; makes one when there is none. */
export async function openKey(file: string): Promise<SigningKey> {
  return signingKey((await keptIn(file)) ?? (await keepNew(file)));
}

async function keptIn(file: string): Promise<JWK | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : keptKey.parse(JSON.parse(text));
}

async function keepNew(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
}

async function signingKey(jwk: JWK): Promise<SigningKey> {
  const kid = await calculateJwkThumbprint(jwk);
  const open: JWK = { kty: 'RSA', n: jwk.n ?? '', e: jwk.e ?? '', use: 'sig', alg: 'RS256', kid };
  const [privateKey, publicKey] = (await Promise.all([importJWK(jwk, 'RS256'), importJWK(open, 'RS256')])) as [
    CryptoKey,
    CryptoKey,
  ];
  return {
    kid,
    publicJwk: open,
    sign: (claims) => new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey),
    verify: (token) =>
      jwtVerify(token, publicKey, { algorithms: ['RS256'], clockTolerance: 5 }).then(
        (verified) => verified.payload,
        () => null,
      ),
  };
}

/** Issue and end times, in the seconds of tokens. These follow the machine's time, as Microsoft's do. */
export function validFor(seconds: number): { readonly iat: number; readonly nbf: number; readonly exp: number } {
  const now = Math.floor(Date.now() / 1000);
  return { iat: now, nbf: now - 5, exp: now + seconds };
}
