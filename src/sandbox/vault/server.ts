/** A stand-in for Azure Key Vault: RSA keys with versions that wrap and unwrap, for who shows a token for the vault. */
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { faultGate, newFaults, type FaultKind } from '../faults.ts';
import { listen } from '../loopback.ts';
import { openKey } from '../signing.ts';
import { openKeys, unwrap, wrap, type Keys, type KeyVersion } from './keys.ts';

export const vaultAudience = 'https://vault.azure.net';

export interface Vault {
  readonly url: string;
  close(): Promise<void>;
  inject(kind: FaultKind, count: number): void;
  /** The address of the newest version of a key; makes the key when there is none. */
  keyId(name: string): Promise<string>;
}

interface VaultOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly tenantId: string;
  /** Where the product reaches it, when that is another address than its own: keys are named by it. */
  readonly publicUrl?: string | undefined;
}

type Refuse = (res: Response, status: number, code: string, message: string) => void;
const refuse: Refuse = (res, status, code, message) => void res.status(status).json({ error: { code, message } });

/** Tokens are checked against the key with which the sandbox's Entra signs. */
export async function startVault({ port, dataDir, tenantId, publicUrl }: VaultOptions): Promise<Vault> {
  const [keys, entraKey] = await Promise.all([
    openKeys(join(dataDir, 'vault.json')),
    openKey(join(dataDir, 'entra-key.json')),
  ]);
  const faults = newFaults();
  const app = express().set('trust proxy', 'loopback').use(faultGate(faults));
  app.use(async (req: Request, res: Response, next: NextFunction) => {
    const token = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    const claims = token === undefined ? null : await entraKey.verify(token);
    if (claims?.aud === vaultAudience && claims['tid'] === tenantId) return next();
    const authority = `https://login.microsoftonline.com/${tenantId}`;
    res.set('www-authenticate', `Bearer authorization="${authority}", resource="${vaultAudience}"`);
    return refuse(res, 401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.');
  });
  addKeyRoutes(app.use(express.json({ limit: '64kb' })), keys);
  const server = await listen(app, port);
  return {
    url: server.url,
    close: () => server.close(),
    inject: (kind, count) => faults.inject(kind, count),
    keyId: async (name) => kidOf(publicUrl ?? server.url, name, keys.find(name) ?? (await keys.create(name, 2048))),
  };
}

const kidOf = (origin: string, name: string, { version }: KeyVersion): string => `${origin}/keys/${name}/${version}`;
const originOf = (req: Request): string => `${req.protocol}://${req.get('host')}`;

function bundleOf(req: Request, name: string, key: KeyVersion): Record<string, unknown> {
  const { n, e } = key.jwk;
  const attributes = { enabled: key.enabled, created: key.created, updated: key.created };
  return {
    key: { kid: kidOf(originOf(req), name, key), kty: 'RSA', key_ops: ['wrapKey', 'unwrapKey'], n, e },
    attributes,
  };
}

const newKey = z.looseObject({
  kty: z.literal('RSA'),
  key_size: z.union([z.literal(2048), z.literal(3072), z.literal(4096)]).default(2048),
});
const operation = z.looseObject({ alg: z.literal('RSA-OAEP-256'), value: z.base64url().min(1) });
type Named = Request<{ name: string; version?: string }>;

function addKeyRoutes(app: ReturnType<typeof express>, keys: Keys): void {
  app.post('/keys/:name/create', async (req: Named, res: Response) => {
    const asked = newKey.safeParse(req.body);
    if (!asked.success || !/^[0-9a-zA-Z-]{1,127}$/.test(req.params.name))
      return refuse(res, 400, 'BadParameter', 'The sandbox makes RSA keys of 2048, 3072 or 4096 bits.');
    res.json(bundleOf(req, req.params.name, await keys.create(req.params.name, asked.data.key_size)));
  });
  app.get('/keys/:name/versions', (req: Named, res: Response) => {
    const value = keys.versions(req.params.name).map((key) => {
      const { key: shown, attributes } = bundleOf(req, req.params.name, key) as {
        key: { kid: string };
        attributes: unknown;
      };
      return { kid: shown.kid, attributes };
    });
    res.json({ value, nextLink: null });
  });
  app.get('/keys/:name{/:version}', (req: Named, res: Response) => {
    const key = keys.find(req.params.name, req.params.version);
    if (!key) return notFound(req, res);
    res.json(bundleOf(req, req.params.name, key));
  });
  app.post(addressesOf('wrapkey'), operate(keys, wrap));
  app.post(addressesOf('unwrapkey'), operate(keys, unwrap));
  app.use((_req: Request, res: Response) => refuse(res, 404, 'NotFound', 'The sandbox does not know this address.'));
}

/** The SDK leaves the version empty for the newest one, hence the two slashes. */
function addressesOf(verb: string): string[] {
  return [`/keys/:name/:version/${verb}`, `/keys/:name//${verb}`, `/keys/:name/${verb}`];
}

function notFound(req: Named, res: Response): void {
  refuse(res, 404, 'KeyNotFound', `A key with (name/id) ${req.params.name} was not found in this key vault.`);
}

function operate(keys: Keys, transform: (key: KeyVersion, value: Buffer) => Buffer) {
  return (req: Named, res: Response): void => {
    const { name, version } = req.params;
    const key = keys.find(name, version === '' ? undefined : version);
    if (!key) return notFound(req, res);
    const asked = operation.safeParse(req.body);
    if (!asked.success)
      return refuse(res, 400, 'BadParameter', 'The sandbox wraps with RSA-OAEP-256; the value is base64url.');
    try {
      const value = transform(key, Buffer.from(asked.data.value, 'base64url')).toString('base64url');
      res.json({ kid: kidOf(originOf(req), name, key), value });
    } catch {
      refuse(res, 400, 'BadParameter', 'The value cannot be wrapped or unwrapped with this key.');
    }
  };
}
