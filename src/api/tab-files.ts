/** The files of the tab: one page for every path under `/tab`, with a fresh nonce; hashed files that stay for ever. */
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Config } from '../config.ts';
import { Failure } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { languages } from '../platform/words.ts';

type TabConfig = Pick<Config, 'tabDir' | 'hostOrigins'>;

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Made by the build, where it is smaller. */
  readonly brotli: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/** What an address needs besides the shell: the first `path`, a regular expression, that it fits. The build writes them. */
export interface Preload {
  readonly path: string;
  /** Of word lists each reader needs one. */
  readonly files: Readonly<Partial<Record<string, readonly string[]>>>;
}

export const preloadsFile = 'preloads.json';

interface Files {
  readonly page: string;
  readonly preloads: readonly (Pick<Preload, 'files'> & { readonly path: RegExp })[];
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
    .get('/{*path}', (req, res) => sendPage(res.locals['files'], config, req, res));
}

function sendPage({ page, preloads }: Files, config: TabConfig, req: Request, res: Response): void {
  const nonce = newId() + newId();
  const begun = page.replace('</head>', `${headOf(preloads, req)}</head>`);
  res.set('Cache-Control', 'no-store').set('Content-Security-Policy', policy(nonce, config.hostOrigins));
  res.type('html').send(begun.replaceAll(noncePlaceholder, nonce));
}

/** So that the page's code and words are asked for beside the shell, and not once that has come. */
function headOf(preloads: Files['preloads'], req: Request): string {
  const found = preloads.find(({ path }) => path.test(req.path));
  const language = req.acceptsLanguages([...languages]) || 'en';
  const link = (file: string): string => `<link rel="modulepreload" crossorigin href="/tab/${file}">`;
  return (found?.files[language] ?? []).map(link).join('');
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
  const written = await readFile(join(tabDir, preloadsFile), 'utf8').catch(() => '[]');
  const preloads = (JSON.parse(written) as Preload[]).map(({ path, files }) => ({ path: new RegExp(path), files }));
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
  return { page: page.replace('</head>', `${hostMeta(hostOrigins)}</head>`), preloads, assets };
}

/** Which hosts besides Teams may frame the tab: TeamsJS must be told, and only a sandbox names any. */
function hostMeta(origins: readonly string[]): string {
  if (origins.length === 0) return '';
  const content = origins.map((origin) => new URL(origin).origin).join(' ');
  return `<meta name="host-origins" content="${content}">`;
}
