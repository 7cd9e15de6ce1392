/** Where messages may go: the hosts of the Teams connector and those of the configuration, nothing else (trust.md 5). */
import type { Config } from '../../config.ts';
import { connectorHost } from '../outbound.ts';

type ConnectorConfig = Pick<Config, 'connectorHosts' | 'production'>;

/** True for `smba.trafficmanager.net`, what is below it, and the configured hosts; plain http only to this machine. */
export function isConnectorAddress(address: string, config: ConnectorConfig): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  const configured = config.connectorHosts.includes(url.host);
  if (url.protocol === 'http:') return configured && isLocal(url.host) && !config.production;
  const teams = url.host === connectorHost || url.host.endsWith(`.${connectorHost}`);
  return url.protocol === 'https:' && (teams || configured);
}

/** The service address for somebody who never wrote to the bot: the global one, or that of the configured cloud. */
export function usualServiceUrl(config: ConnectorConfig): string {
  const host = config.connectorHosts[0] ?? connectorHost;
  return `${isLocal(host) && !config.production ? 'http' : 'https'}://${host}/teams/`;
}

function isLocal(host: string): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}
