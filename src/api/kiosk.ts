/**
 * The page of a kiosk, for whoever is not signed in: a screen that many people use one after the other. It keeps nothing in the
 * browser, shows nothing of a person, and clears itself. Each press is answered by a page that says a sentence of ours and no more,
 * so that going back, forward or reloading shows and sends nothing of anybody.
 */
import { Router, urlencoded, type Request, type RequestHandler, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { contactDraft } from '../features/recruitment/kiosk/model.ts';
import {
  askAtKiosk,
  confirmAtKiosk,
  kioskProgramme,
  kioskTexts,
  refuseAtKiosk,
} from '../features/recruitment/kiosk/usecases.ts';
import { typedCode } from '../features/recruitment/slips/model.ts';
import { isFailure } from '../platform/errors.ts';
import type { Platform } from '../platform/platform.ts';
import { languageOf, type Language } from '../platform/words.ts';
import { kioskPage, sayings, type KioskAddress, type Saying } from './kiosk/page.ts';
import { readersLanguage } from './sign-in.ts';

/** How many codes may be wrong, and how many wishes left, in ten minutes at one kiosk; counted in each process. */
const mostWrongCodes = 10;
const mostWishes = 20;
const seconds = 600;

type Asked = Request<{ token: string; language?: string; said?: string }>;

export function kioskPages(deps: Platform): Router {
  const wrongCodes = new RateLimiterMemory({ points: mostWrongCodes, duration: seconds });
  const wishes = new RateLimiterMemory({ points: mostWishes, duration: seconds });

  async function useCode(token: string, { code, what }: Record<string, unknown>): Promise<Saying> {
    const typed = typedCode.safeParse(code);
    if (!typed.success) return 'wrong';
    await kioskProgramme(deps, token);
    // Taken before the code is looked at, so that many at the same moment count as well.
    const mayTry = await wrongCodes.consume(token).then(
      () => true,
      () => false,
    );
    if (!mayTry) return 'wait';
    const said =
      what === 'delete'
        ? (await refuseAtKiosk(deps, token, typed.data))
          ? 'deleted'
          : 'wrong'
        : await confirmAtKiosk(deps, token, typed.data);
    if (said !== 'wrong') await wrongCodes.reward(token);
    return said;
  }

  async function leaveWish(
    token: string,
    language: Language,
    { name, reach }: Record<string, unknown>,
  ): Promise<Saying> {
    const draft = contactDraft.safeParse({ name, reach });
    if (!draft.success) return 'missing';
    const isFull = await wishes.consume(token).then(
      () => false,
      () => true,
    );
    return !isFull && (await askAtKiosk(deps, token, language, draft.data)) ? 'asked' : 'full';
  }

  /** Sends a page of the kiosk, or the same page for every link that leads nowhere. */
  const show: RequestHandler<Asked['params']> = async (req, res) => {
    const at = addressOf(req);
    const { said } = req.params;
    try {
      const programme = await kioskProgramme(deps, at.token);
      const texts = await kioskTexts(deps, programme, at.language);
      send(res, at, isSaying(said) ? { kind: 'said', said } : { kind: 'start', ...texts });
    } catch (error) {
      if (!isFailure(error, 'not-found')) throw error;
      send(res, at, { kind: 'gone' });
    }
  };
  const answer = (does: (at: KioskAddress, body: Record<string, unknown>) => Promise<Saying>): RequestHandler[] => [
    urlencoded({ extended: false, limit: '2kb', parameterLimit: 5 }),
    async (req: Request, res: Response) => {
      const at = addressOf(req as Asked);
      try {
        const body: unknown = req.body;
        const said = await does(at, typeof body === 'object' && body !== null ? { ...body } : {});
        res.redirect(303, `/kiosk/${at.token}/${at.language}/${said}`);
      } catch (error) {
        if (!isFailure(error, 'not-found')) throw error;
        send(res, at, { kind: 'gone' });
      }
    },
  ];

  return Router()
    .get('/kiosk/:token', show)
    .get('/kiosk/:token/:language', show)
    .get('/kiosk/:token/:language/:said', show)
    .post(
      '/kiosk/:token/:language/code',
      answer(({ token }, body) => useCode(token, body)),
    )
    .post(
      '/kiosk/:token/:language/contact',
      answer(({ token, language }, body) => leaveWish(token, language, body)),
    );
}

const isSaying = (said: string | undefined): said is Saying =>
  (sayings as readonly (string | undefined)[]).includes(said);

/** A token that cannot be one is the token of nothing, and stands in no address. */
function addressOf(req: Asked): KioskAddress {
  const { token, language } = req.params;
  return {
    token: /^[0-9a-z]{1,40}$/.test(token) ? token : 'none',
    language: languageOf(language) ?? readersLanguage(req),
  };
}

function send(res: Response, at: KioskAddress, what: Parameters<typeof kioskPage>[1]): void {
  const { html, policy } = kioskPage(at, what);
  res.status(what.kind === 'gone' ? 404 : 200);
  res.set('Content-Security-Policy', policy).set('X-Robots-Tag', 'noindex').set('Cache-Control', 'no-store');
  res.type('html').send(html);
}
