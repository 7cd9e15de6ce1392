/** Servers of the sandbox listen on this machine only, and close at once even while callers hang. */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.ts';

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Over TLS where there is a certificate. */
export async function listen(
  handler: RequestListener,
  port: number,
  certificate?: Pick<Certificate, 'cert' | 'key'>,
): Promise<Listening> {
  const server = certificate
    ? createTlsServer({ cert: certificate.cert, key: certificate.key }, handler)
    : createServer(handler);
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${bound}`,
    port: bound,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
