/** `$batch`: up to twenty requests in one. Each is answered by itself, and may be throttled by itself. */
import type { GraphAnswer, GraphRequest } from './answers.ts';
import { badRequest, field, listField, ok, textField } from './answers.ts';
import type { Entity } from './odata.ts';

const most = 20;

export interface BatchDeps {
  readonly answer: (request: GraphRequest) => Promise<GraphAnswer>;
  /** The answer that a fault gives in place of the next item, if one waits. */
  readonly refusal: () => GraphAnswer | undefined;
}

export async function answerBatch(request: GraphRequest, deps: BatchDeps): Promise<GraphAnswer> {
  const items = listField(request.body, 'requests');
  const ids = items.map((item) => textField(item, 'id') ?? '');
  if (items.length === 0) throw badRequest('Invalid batch payload format.');
  if (items.length > most) throw badRequest(`Number of batch request steps exceeds the maximum value of ${most}.`);
  if (new Set(ids).size < ids.length || ids.includes(''))
    throw badRequest('Batch request ids must be unique, and present.');
  const responses = new Map<string, Entity>();
  for (const [index, item] of items.entries()) {
    const id = ids[index] ?? '';
    const waitsFor = listField(item, 'dependsOn').map(String);
    const failed = waitsFor.some((each) => Number(responses.get(each)?.['status'] ?? 424) >= 400);
    const answer = failed ? failedDependency : (deps.refusal() ?? (await deps.answer(requestOf(item, request))));
    responses.set(id, responseOf(id, answer));
  }
  return ok({ responses: [...responses.values()] });
}

const failedDependency: GraphAnswer = {
  status: 424,
  body: { error: { code: 'FailedDependency', message: 'A request that this one depends on failed.' } },
};

function requestOf(item: unknown, { caller }: GraphRequest): GraphRequest {
  const url = new URL(`https://graph.microsoft.com/v1.0/${(textField(item, 'url') ?? '').replace(/^\//u, '')}`);
  const given = field(item, 'headers');
  const headers = new Map(
    Object.entries(typeof given === 'object' && given !== null ? given : {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );
  return {
    method: (textField(item, 'method') ?? 'GET').toUpperCase(),
    path: url.pathname.slice('/v1.0'.length),
    query: url.searchParams,
    header: (name) => headers.get(name.toLowerCase()),
    body: field(item, 'body'),
    caller,
  };
}

/** Bytes travel as Base64; header names as Graph writes them. */
function responseOf(id: string, { status, headers = {}, body }: GraphAnswer): Entity {
  const isBytes = body instanceof Uint8Array;
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    named[name.replaceAll(/(?:^|-)[a-z]/gu, (first) => first.toUpperCase())] = value;
  }
  const type = isBytes ? {} : { 'Content-Type': 'application/json' };
  return {
    id,
    status,
    headers: { ...type, ...named },
    ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body).toString('base64') : body }),
  };
}
