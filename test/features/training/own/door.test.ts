import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { ownCourseRoutes } from '../../../../src/features/training/own/routes.ts';
import { say } from '../../../../src/features/training/own/words.ts';
import { languages } from '../../../../src/platform/words.ts';
import { startApi } from '../../../support/api.ts';
import { aPerson } from '../../../support/app.ts';
import { courseOffice, type Office } from './own-course.ts';
import { aBomb, aJpeg } from './some-pictures.ts';

describe('the door of own courses', () => {
  let office: Office;
  let api: Awaited<ReturnType<typeof startApi>>;
  let ownId: string;
  const me = { personId: aPerson(900).id, name: 'Carla', roles: ['Coordinator'] };

  before(async () => {
    office = await courseOffice();
    await office.app.addPeople(aPerson(900));
    ownId = await office.begin();
    const entra = { verifyTabToken: async () => me };
    api = await startApi({ deps: office.deps, entra, routes: ownCourseRoutes, says: [say] });
  });
  after(() => api.close());

  const ask = (method: string, path: string, body?: unknown, language = 'en') =>
    api.ask({ method, path: `/api/own-courses${path}`, token: 't', language, ...(body === undefined ? {} : { body }) });

  it('refuses a picture of 50 MB with a sentence, before any of it is sent', async () => {
    const { hostname, port } = new URL(api.url);
    const answer = await new Promise<string>((resolve, reject) => {
      let said = '';
      const socket = connect(Number(port), hostname, () => {
        const head = [
          `POST /api/own-courses/${ownId}/pictures HTTP/1.1`,
          ...[`Host: ${hostname}`, 'Authorization: Bearer t', 'Accept-Language: nl', 'Content-Type: application/json'],
          'Content-Length: 50000000',
        ];
        // Nothing more is ever sent: whoever wanted to read it would wait.
        socket.write(`${head.join('\r\n')}\r\n\r\n{"data":"`);
      });
      socket.on('data', (bytes) => {
        said += bytes.toString();
        if (said.includes('}')) socket.destroy();
      });
      socket.on('close', () => resolve(said));
      socket.on('error', reject);
    });
    assert.match(answer, /^HTTP\/1\.1 413 /);
    assert.match(answer, /Dit is te veel in één keer\. Maak de tekst korter of het beeld kleiner/);
  });

  it('says in the language of whoever asks why a picture is not taken', async () => {
    const bomb = { data: aBomb(20_000_000).toString('base64') };
    const zip = { data: Buffer.from('PK\x03\x04 a zip').toString('base64') };
    for (const language of languages) {
      const [refused, unknown] = [
        await ask('POST', `/${ownId}/pictures`, bomb, language),
        await ask('POST', `/${ownId}/pictures`, zip, language),
      ];
      assert.deepEqual([refused.status, refused.json['detail']], [422, say(language, 'failure.picture-broken')]);
      assert.deepEqual([unknown.status, unknown.json['detail']], [422, say(language, 'failure.picture-kind')]);
    }
  });

  it('gives a picture as what it is, to be kept by nobody and run by nothing', async () => {
    const { json } = await ask('POST', `/${ownId}/pictures`, { data: aJpeg().toString('base64') });
    const { status, headers } = await ask('GET', `/${ownId}/pictures/${String(json['pictureId'])}`);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'image/jpeg');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="[0-9a-z]{20}\.jpg"$/);
  });

  it('refuses long titles, other languages, other roles and fields that nobody asked for, each at its place', async () => {
    const link = {
      ...{ address: 'https://a.example', minutes: 0, role: 'boss', isVideo: false, captions: ['Dutch'] },
      titles: { nl: 'x'.repeat(200), fr: '', de: '', en: '' },
      abouts: { nl: '', fr: '', de: '', en: '' },
    };
    const { status, json } = await ask('PUT', `/${ownId}/link`, { link, revision: 1 });
    const fields = (json['fields'] as { field: string }[]).map(({ field }) => field);
    assert.equal(status, 422);
    assert.deepEqual(fields.toSorted(), ['link.captions.0', 'link.minutes', 'link.role', 'link.titles.nl']);
    assert.equal((await ask('PUT', `/${ownId}/texts/es`, { text: '', revision: 0 })).status, 404);
    assert.equal((await ask('PUT', `/${ownId}/texts/nl`, { text: 'x'.repeat(30_001), revision: 1 })).status, 422);
    assert.equal((await ask('GET', `/${ownId}/versions/first`)).status, 404);
  });

  it('says what two coordinators at once need to know', async () => {
    for (const language of languages) {
      const { status, json } = await ask('PUT', `/${ownId}/texts/nl`, { text: 'x', revision: 7 }, language);
      assert.deepEqual([status, json['detail']], [409, say(language, 'failure.own-changed')]);
    }
  });
});
