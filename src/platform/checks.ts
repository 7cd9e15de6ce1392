/**
 * What may be wrong with an installation when it starts, each as a check that gives one sentence for whoever runs it: what was found and
 * what to do. `isFinal`: nothing can work until somebody changes it, so a process does not begin, and no task is tried in vain.
 */
import type { Config } from '../config.ts';
import { causesOf } from './checks/causes.ts';
import type { Entra } from './entra.ts';
import { isFailure } from './errors.ts';
import type { Vault } from './vault.ts';

export interface Trouble {
  /** A word for those who sort by it. */
  readonly code: string;
  readonly isFinal: boolean;
  readonly says: string;
}

type Checked = Promise<Trouble | undefined>;
type WithEntra = { readonly entra: Entra; readonly config: Config };
const final = (code: string, says: string): Trouble => ({ code, isFinal: true, says });
const passing = (code: string, says: string): Trouble => ({ code, isFinal: false, says });

/** Why storage could not be opened; `error` is what `connect` threw. */
export function storageTrouble(error: unknown, { storage }: Config): Trouble | undefined {
  const name = storage.account ?? 'the emulator';
  const { codes, status, text } = causesOf(error);
  const ended = certificateTrouble(error, `storage (${name})`);
  if (ended) return ended;
  if (codes.some((one) => ['ENOTFOUND', 'EAI_AGAIN'].includes(one)))
    return final(
      'storage-unknown',
      `STORAGE_ACCOUNT: there is no storage account ${name}, or its name cannot be resolved from here.`,
    );
  if (/AuthenticationRequiredError|CredentialUnavailable|ManagedIdentity/.test(text))
    return final(
      'storage-identity',
      `Storage: this machine gives no token of its managed identity. Assign it, and set MANAGED_IDENTITY_CLIENT_ID to its client id.`,
    );
  if (status === 403)
    return final(
      'storage-refused',
      `Storage ${name} refuses us. Give the managed identity Storage Table, Queue and Blob Data Contributor on the account, and open its network to the app.`,
    );
  if (status === 401)
    return final(
      'storage-identity',
      `Storage ${name} does not know our identity. The account must be of the same tenant (TENANT_ID).`,
    );
  if (codes.length > 0 || isFailure(error, 'unavailable') || /Abort|timed? ?out/i.test(text))
    return final(
      'storage-silent',
      `Storage ${name} does not answer. Look whether it is there and open to the app's network; nothing is lost, and a new start goes on.`,
    );
  return undefined;
}

/** A certificate that has ended, or that nobody here trusts. */
export function certificateTrouble(error: unknown, whose: string): Trouble | undefined {
  const { codes } = causesOf(error);
  if (codes.includes('CERT_HAS_EXPIRED'))
    return final(
      'certificate-ended',
      `The certificate of ${whose} has expired: have it renewed. If the clock of this machine is wrong, set it.`,
    );
  if (codes.some((one) => /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ALTNAME/.test(one)))
    return final(
      'certificate-strange',
      `The certificate of ${whose} is not one that this machine trusts: name its authority in NODE_EXTRA_CA_CERTS, or correct the address.`,
    );
  return undefined;
}

/** Is the tenant ours, is the app registered there, and does it take the managed identity for its proof. */
export async function checkSignIn({ entra, config }: WithEntra): Checked {
  const { tenantId, tabClientId } = config;
  return entra.graphAppToken().then(
    () => undefined,
    (error: unknown) => {
      const { text } = causesOf(error);
      const ended = certificateTrouble(error, 'Microsoft Entra ID');
      if (ended) return ended;
      if (/AADSTS90002\b|endpoints_resolution/.test(text))
        return final(
          'tenant-unknown',
          `TENANT_ID: Microsoft Entra ID knows no tenant ${tenantId}. Set it to the directory (tenant) id of your organisation.`,
        );
      if (/AADSTS700016\b/.test(text))
        return final(
          'app-unknown',
          `TAB_CLIENT_ID: the tenant has no app registration ${tabClientId}. Set it to the application (client) id of the tab's registration.`,
        );
      if (/AADSTS(70021|700211|700212|700213|7000218)\b/.test(text))
        return passing(
          'app-unproven',
          `The app registration ${tabClientId} does not take our managed identity as its proof: add it there as a federated credential. After a deployment this may take some minutes.`,
        );
      return (
        identityTrouble(text) ??
        passing(
          'sign-in-silent',
          'Microsoft Entra ID does not answer: nobody can sign in, and what is to be sent waits, until it does.',
        )
      );
    },
  );
}

/** Can we speak as the bot. */
export async function checkBot({ entra, config }: WithEntra): Checked {
  const { botId, botType } = config;
  return entra.botToken().then(
    () => undefined,
    (error: unknown) => {
      const { text } = causesOf(error);
      if (botType === 'UserAssignedMSI' && /identity answered 4/.test(text))
        return final(
          'bot-unknown',
          `BOT_ID: this machine has no managed identity ${botId}. Assign the bot's identity to the app, or set BOT_ID to the bot's own id.`,
        );
      if (/AADSTS700016\b/.test(text))
        return final(
          'bot-unknown',
          `BOT_ID: the tenant has no app registration ${botId}. Set it to the Microsoft App ID of the bot, and BOT_TYPE to its type.`,
        );
      return passing(
        'bot-silent',
        'There is no token for the bot at this moment: what is to be sent waits until there is one.',
      );
    },
  );
}

/** Without the vault everything else works; what is sealed waits. */
export async function checkVault({ vault, config }: { readonly vault: Vault; readonly config: Config }): Checked {
  if (!config.vault) return undefined;
  const { url, keyId } = config.vault;
  return vault.newest().then(
    () => undefined,
    (error: unknown) => {
      const { text } = causesOf(error);
      const ended = certificateTrouble(error, `the vault (${url})`);
      if (ended) return ended;
      if (/answered 404/.test(text))
        return passing(
          'vault-key-gone',
          `IDENTITY_KEY_ID: the vault has no key ${keyId}. Name the key, or recover it if it was deleted: without it what is sealed cannot be opened.`,
        );
      if (/answered 40[13]/.test(text))
        return passing(
          'vault-refused',
          `The vault ${url} refuses us. Give the managed identity the role Key Vault Crypto User on it.`,
        );
      return passing(
        'vault-silent',
        `The vault ${url} does not answer. Identity answers, notes and the audit log wait until it does; nothing is lost.`,
      );
    },
  );
}

function identityTrouble(text: string): Trouble | undefined {
  if (/identity-not-set-up/.test(text))
    return final('identity-missing', 'This machine offers no managed identity: assign one to the app.');
  if (/identity answered 4/.test(text))
    return final(
      'identity-unknown',
      'MANAGED_IDENTITY_CLIENT_ID: this machine has no managed identity with this client id. Assign it, or correct the setting.',
    );
  return undefined;
}
