/** Stands before a server and refuses every so many requests of a kind, as Graph does when it is busy: 429 with Retry-After. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Throttle {
  readonly url: string;
  refused(): number;
  stop(): Promise<void>;
}

const body = JSON.stringify({ error: { code: 'TooManyRequests', message: 'Too many requests. Try again later.' } });

export async function startThrottle(
  target: string,
  { every, path }: { readonly every: number; readonly path: string },
): Promise<Throttle> {
  let [asked, refused] = [0, 0];
  const { hostname, port } = new URL(target);
  const pass = (req: IncomingMessage, res: ServerResponse): void => {
    const on = request({ hostname, port, path: req.url, method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    on.on('error', () => res.destroy());
    req.pipe(on);
  };
  const server = createServer((req, res) => {
    const isKind = req.url?.includes(path) === true;
    if (isKind) asked += 1;
    if (!isKind || asked % every !== 0) return pass(req, res);
    refused += 1;
    req.resume();
    res.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => refused,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
