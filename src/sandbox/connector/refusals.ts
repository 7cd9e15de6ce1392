/** How the connector says no: the status and the code by which bots know the reason. */
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (): Refused => new Refused(404, 'ConversationNotFound', 'Conversation not found.');

export function notInRoster(): Refused {
  return new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}

/** The last handler of the routes: refusals become answers, bodies that do not parse are bad syntax. */
export function refuse(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  if (error instanceof z.ZodError) error = new Refused(400, 'BadSyntax', z.prettifyError(error));
  if (!(error instanceof Refused)) return next(error);
  const { status, code, message } = error;
  if (status === 429) res.set('retry-after', message);
  res.status(status).json({ error: { code, message: status === 429 ? 'Too many requests.' : message } });
}
