/** The files of the tab: one page for every path under `/tab`, with a fresh nonce; hashed files that stay for ever. */
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Config } from '../config.ts';
import { Failure } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';

type TabConfig = Pick<Config, 'tabDir' | 'hostOrigins'>;

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Made by the build, where it is smaller. */
  readonly brotli: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

interface Files {
  readonly page: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** The build puts this where the nonce of a request belongs. */
export const noncePlaceholder = '__STYLE_NONCE__';

const teamsOrigins = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'];

/** Reads the build when it is first asked for, and keeps it: a new build needs a new process. */
export function tabFiles(config: TabConfig): Router {
  let files: Promise<Files> | undefined;
  const load: RequestHandler = async (_req, res, next) => {
    files ??= readFiles(config);
    res.locals['files'] = await files.catch((cause: unknown) => {
      files = undefined;
      throw new Failure('unavailable', 'tab-not-built', { cause });
    });
    next();
  };
  return Router()
    .use(load)
    .get('/assets/:name', (req: Request<{ name: string }>, res) => sendAsset(res.locals['files'], req, res))
    .get('/{*path}', (_req, res) => sendPage(res.locals['files'], config, res));
}

function sendPage({ page }: Files, config: TabConfig, res: Response): void {
  const nonce = newId() + newId();
  res.set('Cache-Control', 'no-store').set('Content-Security-Policy', policy(nonce, config.hostOrigins));
  res.type('html').send(page.replaceAll(noncePlaceholder, nonce));
}

function policy(nonce: string, hostOrigins: readonly string[]): string {
  return [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...teamsOrigins, ...hostOrigins].join(' ')}`,
  ].join('; ');
}

function sendAsset({ assets }: Files, req: Request<{ name: string }>, res: Response): void {
  const asset = assets.get(req.params.name);
  if (!asset) throw new Failure('not-found', 'not-found');
  res.set('Cache-Control', 'public, max-age=31536000, immutable').set('Vary', 'Accept-Encoding');
  const encoding = req.acceptsEncodings('br', 'gzip', 'identity');
  const packed = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : undefined;
  if (packed) res.set('Content-Encoding', String(encoding));
  res.type(asset.type).send(packed ?? asset.plain);
}

async function readFiles({ tabDir, hostOrigins }: TabConfig): Promise<Files> {
  const page = await readFile(join(tabDir, 'index.html'), 'utf8');
  const folder = join(tabDir, 'assets');
  const names = new Set(await readdir(folder));
  const read = (name: string): Promise<Buffer> | undefined =>
    names.has(name) ? readFile(join(folder, name)) : undefined;
  const assets = new Map<string, Asset>();
  for (const name of names) {
    if (name.endsWith('.br') || name.endsWith('.gz')) continue;
    const [plain, brotli, gzip] = await Promise.all([
      readFile(join(folder, name)),
      read(`${name}.br`),
      read(`${name}.gz`),
    ]);
    assets.set(name, { type: extname(name), plain, brotli, gzip });
  }
  return { page: page.replace('</head>', `${hostMeta(hostOrigins)}</head>`), assets };
}

/** Which hosts besides Teams may frame the tab: TeamsJS must be told, and only a sandbox names any. */
function hostMeta(origins: readonly string[]): string {
  if (origins.length === 0) return '';
  const content = origins.map((origin) => new URL(origin).origin).join(' ');
  return `<meta name="host-origins" content="${content}">`;
}
