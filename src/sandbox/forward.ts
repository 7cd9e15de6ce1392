/** Passes requests on to another server on this machine as they are: path and Host are part of what clients of storage sign. */
import { Agent, request, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http';
import { Agent as TlsAgent, request as requestOverTls } from 'node:https';

export interface Forward {
  /** `receive` has the answer's head, and takes it from there. */
  send(req: IncomingMessage, res: ServerResponse, receive: (answer: IncomingMessage) => void): void;
  close(): void;
}

/** `trusted`: the certificate of a target that speaks TLS. `lost`: what is done when the target is not there; the line is cut. */
export function forwardTo(
  target: string,
  { trusted, headers: added, lost }: { trusted?: string; headers?: object; lost?: (res: ServerResponse) => void } = {},
): Forward {
  const { protocol, hostname, port } = new URL(target);
  const keep = { keepAlive: true, maxSockets: 128 };
  const agent =
    protocol === 'https:'
      ? new TlsAgent({ ...keep, ...(trusted === undefined ? {} : { ca: trusted }) })
      : new Agent(keep);
  const ask = (options: RequestOptions, receive: (answer: IncomingMessage) => void) =>
    protocol === 'https:'
      ? requestOverTls({ ...options, servername: 'localhost' }, receive)
      : request(options, receive);

  return {
    send(req, res, receive) {
      const { url: path = '/', method = 'GET' } = req;
      const headers = { ...req.headers, ...added };
      const onward = ask({ agent, hostname, port, path, method, headers }, receive);
      onward.on('error', () => (lost && !res.headersSent ? lost(res) : res.destroy()));
      res.on('close', () => {
        if (!res.writableFinished) onward.destroy();
      });
      req.pipe(onward);
    },
    close: () => agent.destroy(),
  };
}

export function passOn(answer: IncomingMessage, res: ServerResponse): void {
  res.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.on('error', () => res.destroy());
  answer.pipe(res);
}
