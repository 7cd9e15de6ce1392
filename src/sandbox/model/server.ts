/** A stand-in for Azure OpenAI: chat completions of one deployment, for who shows a token for it. It remembers what it was asked. */
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { faultGate, newFaults, type FaultKind } from '../faults.ts';
import { listen } from '../loopback.ts';
import { openKey } from '../signing.ts';
import { answerTo, type Spoken } from './answers.ts';

export const modelAudience = 'https://cognitiveservices.azure.com';
export const deployment = 'coach';

export interface ModelServer {
  readonly url: string;
  /** The body of each request that came in, as it came, the oldest first. */
  readonly asked: readonly string[];
  /** From now on it says this; nothing for its own rules again. */
  says(answer: ((messages: readonly Spoken[]) => string) | undefined): void;
  inject(kind: FaultKind, count: number): void;
  close(): Promise<void>;
}

const wanted = z.looseObject({
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
});

type Refuse = (res: Response, status: number, code: string, message: string) => void;
const refuse: Refuse = (res, status, code, message) => void res.status(status).json({ error: { code, message } });

/** Tokens are checked against the key with which the sandbox's Entra signs. */
export async function startModel(options: {
  readonly port: number;
  readonly dataDir: string;
  readonly tenantId: string;
}): Promise<ModelServer> {
  const entraKey = await openKey(join(options.dataDir, 'entra-key.json'));
  const faults = newFaults();
  const asked: string[] = [];
  let own: ((messages: readonly Spoken[]) => string) | undefined;
  const app = express().use(express.text({ type: () => true, limit: '256kb' }));
  app.use((req: Request, _res: Response, next: NextFunction) => {
    if (typeof req.body === 'string') asked.push(req.body);
    next();
  });
  app.use(faultGate(faults));
  app.use(async (req: Request, res: Response, next: NextFunction) => {
    const token = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    const claims = token === undefined ? null : await entraKey.verify(token);
    if (claims?.aud === modelAudience && claims['tid'] === options.tenantId) return next();
    return refuse(res, 401, 'Unauthorized', 'Access token is missing, invalid, audience is incorrect, or has expired.');
  });
  app.post('/openai/deployments/:name/chat/completions', (req: Request<{ name: string }>, res: Response) => {
    if (req.params.name !== deployment)
      return refuse(res, 404, 'DeploymentNotFound', 'The API deployment for this resource does not exist.');
    if (typeof req.query['api-version'] !== 'string') return refuse(res, 404, '404', 'Resource not found');
    const read = wanted.safeParse(parsed(req.body));
    if (!read.success) return refuse(res, 400, 'invalid_request_error', 'The body is no chat completion.');
    const { messages } = read.data;
    const message = { role: 'assistant', content: (own ?? answerTo)(messages) };
    return void res.json({
      ...{ id: 'chatcmpl-sandbox', object: 'chat.completion', created: 0, model: deployment },
      choices: [{ index: 0, finish_reason: 'stop', message }],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    });
  });
  app.use((_req: Request, res: Response) => refuse(res, 404, '404', 'Resource not found'));
  const server = await listen(app, options.port);
  return {
    ...{ url: server.url, asked, close: () => server.close() },
    says: (answer) => void (own = answer),
    inject: (kind, count) => faults.inject(kind, count),
  };
}

function parsed(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
