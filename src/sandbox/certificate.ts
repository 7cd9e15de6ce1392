/** The certificate with which the sandbox's servers speak TLS: made once, kept in the data folder, good for this machine alone. */
import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM, and where it lies: `NODE_EXTRA_CA_CERTS` of whoever is to trust it. */
  readonly cert: string;
  readonly certFile: string;
  readonly key: string;
  readonly keyFile: string;
}

const day = 86_400_000;
const validDays = 365;

/** The one in the folder, unless its end is near. */
export async function openCertificate(dataDir: string): Promise<Certificate> {
  const folder = join(dataDir, 'tls');
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const kept = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]).catch(() => undefined);
  const [cert, key] = kept && lastsAWeek(kept[0]) ? kept : await make(validDays);
  await mkdir(folder, { recursive: true });
  await writeFile(certFile, cert);
  await writeFile(keyFile, key, { mode: 0o600 });
  return { cert, certFile, key, keyFile };
}

function lastsAWeek(cert: string): boolean {
  return Date.parse(new X509Certificate(cert).validTo) - Date.now() > 7 * day;
}

/** Certificate and key; with days below nothing it has ended already. */
export async function make(days: number): Promise<readonly [cert: string, key: string]> {
  const now = Date.now();
  const made = await generate([{ name: 'commonName', value: 'Tandem sandbox' }], {
    algorithm: 'sha256',
    notBeforeDate: new Date(now + Math.min(-1, days - 1) * day),
    notAfterDate: new Date(now + days * day),
    extensions: [
      // It signs itself, so whoever trusts it takes it for an authority.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return [made.cert, made.private];
}
