import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { noncePlaceholder } from '../../src/api/tab-files.ts';
import { knownTokens, startApi } from '../support/api.ts';
import { testApp } from '../support/app.ts';

const code = 'export const a = 1;\n'.repeat(100);
const page = `<!doctype html><head><meta property="csp-nonce" nonce="${noncePlaceholder}"></head><body></body>`;

describe('the files of the tab', () => {
  let folder: string;
  let api: Awaited<ReturnType<typeof startApi>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-tab-'));
    await mkdir(join(folder, 'built', 'assets'), { recursive: true });
    await writeFile(join(folder, 'built', 'index.html'), page);
    const files = { nl: ['assets/story.js', 'assets/nl.js'], en: ['assets/story.js', 'assets/en.js'] };
    const preloads = [{ path: '^/stories/[^/]+/?$', files }];
    await writeFile(join(folder, 'built', 'preloads.json'), JSON.stringify(preloads));
    await writeFile(join(folder, 'built', 'assets', 'main-abc.js'), code);
    await writeFile(join(folder, 'built', 'assets', 'main-abc.js.br'), brotliCompressSync(code));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    const { deps } = await testApp();
    const config = { ...deps.config, tabDir: join(folder, 'built'), hostOrigins: ['http://127.0.0.1:3979'] };
    api = await startApi({ deps: { ...deps, config }, entra: knownTokens });
  });
  after(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  it('answer every path with the page, each time with another nonce', async () => {
    const nonces = new Set<string>();
    for (const path of ['/tab', '/tab/', '/tab/programmes/a/pairs/b']) {
      const { status, text, headers } = await api.ask({ path });
      const nonce = /nonce="([0-9a-z]{20,})"/.exec(text)?.[1] ?? '';
      assert.deepEqual([path, status, headers.get('cache-control')], [path, 200, 'no-store']);
      assert.ok(headers.get('content-security-policy')?.includes(`style-src 'self' 'nonce-${nonce}'`));
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 3);
  });

  it('name in the page what its address needs, with the words of the reader', async () => {
    const named = async (path: string, language: string): Promise<unknown[]> => {
      const answer = await fetch(`${api.url}/tab${path}`, { headers: { 'accept-language': language } });
      return [...(await answer.text()).matchAll(/<link rel="modulepreload" crossorigin href="([^"]+)">/g)].map(
        ([, href]) => href,
      );
    };
    assert.deepEqual(await named('/stories/x', 'nl-BE,en;q=0.5'), ['/tab/assets/story.js', '/tab/assets/nl.js']);
    assert.deepEqual(await named('/stories/x', 'th'), ['/tab/assets/story.js', '/tab/assets/en.js']);
    assert.deepEqual(await named('/stories', 'nl'), []);
  });

  it('let Teams and the hosts of the settings frame them, and nobody else', async () => {
    const { headers, text } = await api.ask({ path: '/tab' });
    const policy = headers.get('content-security-policy') ?? '';
    const ancestors = /frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(' ');
    assert.deepEqual(ancestors, [
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.cloud.microsoft',
      'http://127.0.0.1:3979',
    ]);
    assert.ok(text.includes('<meta name="host-origins" content="http://127.0.0.1:3979"></head>'));
    assert.equal(headers.get('x-frame-options'), null);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/);
  });

  it('stay for ever in the browser, and travel packed', async () => {
    const answer = await fetch(`${api.url}/tab/assets/main-abc.js`, { headers: { 'accept-encoding': 'br' } });
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    assert.match(answer.headers.get('content-type') ?? '', /javascript/);
    assert.equal(answer.headers.get('content-encoding'), 'br');
    assert.equal(await answer.text(), code);
    assert.equal(brotliDecompressSync(brotliCompressSync(code)).toString(), code);
    const plain = await fetch(`${api.url}/tab/assets/main-abc.js`, { headers: { 'accept-encoding': 'identity' } });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(await plain.text(), code);
  });

  it('are those of the build only', async () => {
    for (const name of ['..%2f..%2fsecret.txt', '..%2findex.html', 'missing.js', 'main-abc.js.br'])
      assert.equal((await api.ask({ path: `/tab/assets/${name}` })).status, 404, name);
  });

  it('say that they are not there yet when nobody has built them, and are found once they are', async () => {
    const { deps } = await testApp();
    const late = join(folder, 'late');
    const other = await startApi({ deps: { ...deps, config: { ...deps.config, tabDir: late } }, entra: knownTokens });
    const before = await other.ask({ path: '/tab' });
    await mkdir(join(late, 'assets'), { recursive: true });
    await writeFile(join(late, 'index.html'), page);
    const then = await other.ask({ path: '/tab' });
    await other.close();
    assert.deepEqual([before.status, before.json['reason'], then.status], [503, 'tab-not-built', 200]);
  });
});
