/** Passes requests on to the emulator as they are (path and Host are part of what clients sign), or spoils them. */
import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  answerFault,
  isLate,
  newFaults,
  sendTruncated,
  type FaultKind,
  type Faults,
  type LateFault,
} from '../faults.ts';
import { listen } from '../loopback.ts';

export interface FaultProxy {
  readonly url: string;
  inject(kind: FaultKind, count: number): void;
  /** Who asks has lost this right, or has both again. */
  refuse(what: 'read' | 'write' | 'nothing'): void;
  close(): Promise<void>;
}

/** Other `faults` than those on request come from whoever gives them. */
export async function startFaultProxy(target: string, port: number, faults: Faults = newFaults()): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  let refused: 'read' | 'write' | 'nothing' = 'nothing';
  const server = await listen((req, res) => {
    if (refused === (isReading(req) ? 'read' : 'write')) return answerForbidden(res);
    const kind = faults.take();
    if (kind === undefined) forward(req, res, (answer) => passOn(answer, res));
    else if (isLate(kind)) forward(req, res, (answer) => void spoil(kind, answer, res));
    else answerFault(kind, res);
    return undefined;
  }, port);

  function forward(req: IncomingMessage, res: ServerResponse, receive: (answer: IncomingMessage) => void): void {
    const { hostname, port: targetPort } = new URL(target);
    const { url: path = '/', method = 'GET', headers } = req;
    const onward = request({ agent, hostname, port: targetPort, path, method, headers }, receive);
    onward.on('error', () => res.destroy());
    res.on('close', () => {
      if (!res.writableFinished) onward.destroy();
    });
    req.pipe(onward);
  }

  return {
    url: server.url,
    inject: (kind, count) => faults.inject(kind, count),
    refuse: (what) => void (refused = what),
    close: async () => {
      await server.close();
      agent.destroy();
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

function passOn(answer: IncomingMessage, res: ServerResponse): void {
  res.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.on('error', () => res.destroy());
  answer.pipe(res);
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
