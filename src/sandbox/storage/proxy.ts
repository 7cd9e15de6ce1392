/** Passes requests on to the emulator, or spoils them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  answerFault,
  isLate,
  newFaults,
  sendTruncated,
  type FaultKind,
  type Faults,
  type LateFault,
} from '../faults.ts';
import { forwardTo, passOn } from '../forward.ts';
import { listen } from '../loopback.ts';

export interface FaultProxy {
  readonly url: string;
  inject(kind: FaultKind, count: number): void;
  /** Who asks has lost this right, or has both again. */
  refuse(what: 'read' | 'write' | 'nothing'): void;
  close(): Promise<void>;
}

/** Other `faults` than those on request come from whoever gives them. `trusted`: the certificate of a target that speaks TLS. */
export async function startFaultProxy(
  target: string,
  port: number,
  faults: Faults = newFaults(),
  trusted?: string,
): Promise<FaultProxy> {
  const forward = forwardTo(target, trusted === undefined ? {} : { trusted });
  let refused: 'read' | 'write' | 'nothing' = 'nothing';
  const server = await listen((req, res) => {
    if (refused === (isReading(req) ? 'read' : 'write')) return answerForbidden(res);
    const kind = faults.take();
    if (kind === undefined) forward.send(req, res, (answer) => passOn(answer, res));
    else if (isLate(kind)) forward.send(req, res, (answer) => void spoil(kind, answer, res));
    else answerFault(kind, res);
    return undefined;
  }, port);
  return {
    url: server.url,
    inject: (kind, count) => faults.inject(kind, count),
    refuse: (what) => void (refused = what),
    close: async () => {
      await server.close();
      forward.close();
    },
  };
}

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** As Azure Storage refuses an identity without the role. */
function answerForbidden(res: ServerResponse): void {
  const code = 'AuthorizationPermissionMismatch';
  res.writeHead(403, { 'content-type': 'application/xml', 'x-ms-error-code': code });
  const message = 'This request is not authorized to perform this operation using this permission.';
  res.end(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}

/** The work is done by now; only the answer does not arrive, or arrives in half. */
async function spoil(kind: LateFault, answer: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  if (kind === 'reset-after-commit') {
    res.socket?.resetAndDestroy();
    return;
  }
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
  res.statusCode = answer.statusCode ?? 502;
  sendTruncated(res, Buffer.concat(chunks));
}
