/**
 * Pages for whoever is not signed in: what Tandem is, what a programme is and whom to ask, stopping invitations, whether a certificate is valid, and what signed
 * badges are checked with. No script, and no data of people but what a holder put on a certificate.
 */
import { Router, urlencoded, type Request, type Response } from 'express';
import { fileByLink } from '../features/meetings/files/usecases.ts';
import { achievementDocument, issuerDocument, keyDocument } from '../features/recognition/badges/signed/usecases.ts';
import { verifiedPage } from '../features/recognition/certificate/verifying/usecases.ts';
import { outsidePageOf } from '../features/recruitment/kit/usecases.ts';
import { requireStopLink, stopByLink } from '../features/recruitment/stopping/usecases.ts';
import { say } from '../features/recruitment/kit/words.ts';
import { isFailure } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { escapeMarkup } from '../platform/markup.ts';
import type { Platform } from '../platform/platform.ts';
import type { Language } from '../platform/words.ts';
import { aboutPage } from './about.ts';
import { readersLanguage } from './sign-in.ts';

export interface Shown {
  readonly status?: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly to: string; readonly label: string };
  /** A button that sends an empty form to the same address. */
  readonly press?: string;
}

export function outsidePages(deps: Platform): Router {
  const stopped = (language: Language): Shown => ({
    title: say(language, 'stop.done'),
    paragraphs: [say(language, 'stop.done.text')],
  });
  return Router()
    .get(['/about', '/about/:part'], async (req: Request<{ part?: string }>, res) => {
      const language = readersLanguage(req);
      send(res, language, await unlessGone(language, async () => aboutPage(language, req.params.part)));
    })
    .get('/go/:code', async (req: Request<{ code: string }>, res) => {
      const language = readersLanguage(req);
      send(res, language, await unlessGone(language, () => outsidePageOf(deps, req.params.code, language)));
    })
    .get('/meeting/:secret', async (req: Request<{ secret: string }>, res) => {
      const language = readersLanguage(req);
      const found = await unlessGone(language, async () => ({ file: await fileByLink(deps, req.params.secret) }));
      if (!('file' in found)) return send(res, language, found);
      res
        .set({ 'Content-Disposition': 'attachment; filename="meeting.ics"', 'Cache-Control': 'no-store' })
        .type('text/calendar; charset=utf-8')
        .send(found.file);
    })
    .get('/certificate/:code', async (req: Request<{ code: string }>, res) => {
      const language = readersLanguage(req);
      send(res, language, await verifiedPage(deps, req.params.code, language));
    })
    .get('/badges', (_, res) => sendDocument(res, () => issuerDocument(deps)))
    .get('/badges/keys/:keyId', (req: Request<{ keyId: string }>, res) =>
      sendDocument(res, () => keyDocument(deps, req.params.keyId)),
    )
    .get('/badges/:badgeId', (req: Request<{ badgeId: string }>, res) =>
      sendDocument(res, () => achievementDocument(deps, req.params.badgeId, readersLanguage(req))),
    )
    .get('/stop/:token', async (req: Request<{ token: string }>, res) => {
      const language = readersLanguage(req);
      // Programs that look at mails follow links; they press no buttons.
      const shown = await unlessGone(language, async () => {
        await requireStopLink(deps, req.params.token);
        return {
          ...{ title: say(language, 'stop.title'), paragraphs: [say(language, 'stop.text')] },
          press: say(language, 'stop.press'),
        };
      });
      send(res, language, shown);
    })
    .post(
      '/stop/:token',
      urlencoded({ extended: false, limit: '1kb' }),
      async (req: Request<{ token: string }>, res) => {
        const language = readersLanguage(req);
        const shown = await unlessGone(language, async () => {
          await stopByLink(deps, req.params.token);
          return stopped(language);
        });
        send(res, language, shown);
      },
    );
}

async function unlessGone<A>(language: Language, page: () => Promise<A>): Promise<A | Shown> {
  try {
    return await page();
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
    return { status: 404, title: say(language, 'outside.gone'), paragraphs: [say(language, 'outside.gone.text')] };
  }
}

/** For programs that check a signed badge. */
async function sendDocument(res: Response, make: () => object | Promise<object>): Promise<void> {
  try {
    res.set('Access-Control-Allow-Origin', '*').json(await make());
  } catch (error) {
    if (!isFailure(error, 'not-found')) throw error;
    res.status(404).json({ title: 'not found' });
  }
}

const style = [
  ':root{color-scheme:light dark}body{font:1.0625rem/1.55 "Segoe UI",system-ui,sans-serif;margin:0}',
  'main{max-width:38rem;margin:0 auto;padding:2rem 1.25rem;overflow-wrap:anywhere}h1{line-height:1.2;font-size:1.75rem}',
  'a.to,button{display:inline-block;min-height:44px;box-sizing:border-box;padding:.6rem 1.1rem;border:2px solid;border-radius:.4rem;',
  'font:inherit;font-weight:600;background:#0f3d6e;color:#fff;text-decoration:none;cursor:pointer}',
  ':focus-visible{outline:3px solid #e08a00;outline-offset:2px}',
].join('');

function send(res: Response, language: Language, { status = 200, title, paragraphs, link, press }: Shown): void {
  const nonce = newId() + newId();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  res.status(status).set('Content-Security-Policy', policy).set('X-Robots-Tag', 'noindex').type('html');
  const body = [
    `<h1>${escapeMarkup(title)}</h1>`,
    ...paragraphs.map((one) => `<p>${escapeMarkup(one)}</p>`),
    ...(link ? [`<p><a class="to" href="${escapeMarkup(link.to)}">${escapeMarkup(link.label)}</a></p>`] : []),
    ...(press === undefined ? [] : [`<form method="post"><button>${escapeMarkup(press)}</button></form>`]),
  ];
  res.send(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${escapeMarkup(title)}</title><style nonce="${nonce}">${style}</style></head><body><main>${body.join('')}</main></body></html>`,
  );
}
