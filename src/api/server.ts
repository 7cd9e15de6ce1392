/** The web server around the doors: who sends too slowly is cut off, and what is no HTTP at all gets an answer with the same headers. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

export interface Patience {
  /** Milliseconds of silence, in which the other side takes nothing of an answer either, until the connection is cut. */
  readonly silence: number;
  /** Milliseconds until the head of a request must be there. */
  readonly head: number;
  /** Milliseconds until all of it must be there. */
  readonly whole: number;
  /** How often connections are looked at. */
  readonly look: number;
}

const usualPatience: Patience = { silence: 200_000, head: 10_000, whole: 20_000, look: 2_000 };
/** Longer than the balancer in front keeps an idle connection, so that it is never the one to find it closed. */
const keepAlive = 245_000;

export function createWebServer(doors: RequestListener, patience: Patience = usualPatience): Server {
  const { silence, head, whole, look } = patience;
  const server = createServer(
    {
      ...{ headersTimeout: head, requestTimeout: whole, connectionsCheckingInterval: look },
      ...{ keepAliveTimeout: keepAlive, maxHeaderSize: 16 * 1024, requireHostHeader: false },
    },
    // Node would answer by itself, without our headers.
    (req, res) => (req.headers.host === undefined ? refuseWith('400 Bad Request', req.socket) : doors(req, res)),
  );
  server.timeout = silence;
  server.on('checkExpectation', (req) => refuseWith('417 Expectation Failed', req.socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket));
  return server;
}

const statuses: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  refuseWith(statuses[error.code ?? ''] ?? '400 Bad Request', socket);
}

function refuseWith(status: string, socket: Duplex): void {
  const head = [
    `HTTP/1.1 ${status}`,
    ...['Connection: close', 'Content-Length: 0', 'Cache-Control: no-store', 'X-Content-Type-Options: nosniff'],
    ...["Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", 'Referrer-Policy: no-referrer'],
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`);
}
