/** Where the state is: the account with the managed identity, or the emulator with its connection string. */
import { ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { Config } from '../config.ts';

export interface StorageAccess {
  readonly tables: { readonly connection?: string; readonly url?: string; readonly credential?: TokenCredential };
  readonly blobs: { readonly connection?: string; readonly url?: string; readonly credential?: TokenCredential };
  readonly queues: { readonly connection?: string; readonly url?: string; readonly credential?: TokenCredential };
}

export function storageAccess({ storage, managedIdentity }: Config): StorageAccess {
  const { account, connection } = storage;
  if (connection !== undefined) return { tables: { connection }, blobs: { connection }, queues: { connection } };
  const credential = new ManagedIdentityCredential(
    managedIdentity.clientId === undefined ? {} : { clientId: managedIdentity.clientId },
  );
  const at = (service: 'table' | 'blob' | 'queue'): string =>
    storage.urls.find((url) => url.startsWith(`${service}=`))?.slice(service.length + 1) ??
    storage.urls.find((url) => url.includes(`.${service}.`)) ??
    `https://${account}.${service}.core.windows.net`;
  return {
    tables: { url: at('table'), credential },
    blobs: { url: at('blob'), credential },
    queues: { url: at('queue'), credential },
  };
}
