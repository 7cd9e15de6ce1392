/** The certificate with which an address shows itself. Nothing is sent: the line is shut as soon as it was shown. */
import { connect, type PeerCertificate } from 'node:tls';
import { Failure } from '../errors.ts';

export interface Certificate {
  /** Machine time. */
  readonly until: number;
  /** Why this machine does not believe it; nothing when it does. Node's own word, such as `CERT_HAS_EXPIRED`. */
  readonly doubt?: string;
}

const deadline = 5_000;

/** Nothing where the address is not encrypted. Failure `unavailable` with `no-answer` where nobody shows one. */
export async function certificateAt(address: string): Promise<Certificate | undefined> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'https:') return undefined;
  return new Promise((resolve, reject) => {
    const isName = /[a-z]/i.test(hostname);
    const line = connect({
      ...{ host: hostname, port: port === '' ? 443 : Number(port), timeout: deadline },
      ...(isName ? { servername: hostname } : {}),
      // It is looked at, also where it would not be trusted; `authorizationError` says so.
      rejectUnauthorized: false,
    });
    const fail = (cause: Error): void => {
      line.destroy();
      reject(new Failure('unavailable', 'no-answer', { cause }));
    };
    line.once('error', fail);
    line.once('timeout', () => fail(new Error('no certificate was shown in time')));
    line.once('secureConnect', () => {
      const shown = line.getPeerCertificate();
      const doubt: unknown = line.authorized ? undefined : line.authorizationError;
      line.destroy();
      resolve(certificateIn(shown, doubt));
    });
  });
}

function certificateIn({ valid_to: until }: PeerCertificate, doubt: unknown): Certificate {
  const word = doubt instanceof Error ? doubt.message : typeof doubt === 'string' ? doubt : undefined;
  return { until: Date.parse(until), ...(word === undefined ? {} : { doubt: word }) };
}
