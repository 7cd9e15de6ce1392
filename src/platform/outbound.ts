/**
 * The one function that calls out: hosts on the allow-list only, always a deadline, never a redirect, counted.
 * An endpoint map sends a well-known host elsewhere: a national cloud, or the sandbox's servers.
 */
import type { Config } from '../config.ts';
import { Failure } from './errors.ts';
import { patternOf, type Service } from './telemetry/paths.ts';
import { note, step } from './telemetry/steps.ts';

export const graphOrigin = 'https://graph.microsoft.com';
export const loginOrigin = 'https://login.microsoftonline.com';
export const connectorHost = 'smba.trafficmanager.net';

export interface OutboundRules {
  /** Hosts (`graph.microsoft.com`, or `.example.com` for all below it) that may be called over https. */
  readonly hosts: readonly string[];
  /** Origin to origin, such as `https://graph.microsoft.com` to `http://127.0.0.1:3980`. Targets are allowed as they stand. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Whose a host (`127.0.0.1:3982`) is, beside Microsoft's well-known ones; for traces. */
  readonly services?: Readonly<Record<string, Service>>;
}

export interface OutboundCall {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds until the call is given up, body included. */
  readonly deadline: number;
  /** Which try of the same call this is; the first when absent. */
  readonly turn?: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export interface Outbound {
  call(call: OutboundCall): Promise<OutboundAnswer>;
  /** Throws a Failure when this address may not be called; gives the address that is really used. */
  resolve(url: string): string;
  counts(): Readonly<Record<string, { calls: number; failures: number }>>;
  /** The same failures, by whose service it is. */
  failures(): Readonly<Partial<Record<Service, number>>>;
}

/** What this installation may call: Microsoft's own hosts, and what the settings name. */
export function outboundRules(config: Config): OutboundRules {
  const { graph, login, botMetadata } = config.endpoints;
  const { managedIdentity, clockUrl, vault, model, telemetry } = config;
  const ofServices = {
    ...{ identity: [managedIdentity.url], 'bot-keys': [botMetadata], clock: [clockUrl], vault: [vault?.url] },
    ...{ model: [model?.url], telemetry: [telemetry?.otlp, telemetry?.insights?.url] },
  } satisfies Partial<Record<Service, readonly (string | undefined)[]>>;
  const pairs = Object.entries(ofServices).flatMap(([service, urls]) =>
    urls.flatMap((url) => (url === undefined ? [] : [[service as Service, url] as const])),
  );
  const named = pairs.map(([, url]) => url);
  const plain = config.production ? [] : config.connectorHosts.filter(isLoopback).map((host) => `http://${host}`);
  return {
    hosts: [
      ...[graphOrigin, loginOrigin, 'https://login.botframework.com'].map((origin) => new URL(origin).host),
      connectorHost,
      `.${connectorHost}`,
      ...config.connectorHosts,
    ],
    endpoints: {
      ...Object.fromEntries([...named, ...plain].map((url) => [new URL(url).origin, new URL(url).origin])),
      ...(graph === undefined ? {} : { [graphOrigin]: graph }),
      ...(login === undefined ? {} : { [loginOrigin]: login }),
    },
    services: {
      ...Object.fromEntries(pairs.map(([service, url]) => [new URL(url).host, service])),
      ...Object.fromEntries(config.connectorHosts.map((host) => [host, 'connector' as const])),
    },
  };
}

const wellKnown: Readonly<Record<string, Service>> = {
  [new URL(graphOrigin).host]: 'graph',
  [new URL(loginOrigin).host]: 'entra',
  'login.botframework.com': 'bot-keys',
};

function serviceOf({ host, hostname }: URL, services: OutboundRules['services'] = {}): Service {
  const isConnector = hostname === connectorHost || hostname.endsWith(`.${connectorHost}`);
  return services[host] ?? wellKnown[host] ?? (isConnector ? 'connector' : 'other');
}

function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

export function createOutbound(rules: OutboundRules): Outbound {
  const counts: Record<string, { calls: number; failures: number }> = {};
  const failures: Partial<Record<Service, number>> = {};
  const targets = new Set(Object.values(rules.endpoints).map((target) => new URL(target).origin));

  function resolve(address: string): string {
    const url = new URL(address);
    const mapped = rules.endpoints[url.origin];
    if (mapped !== undefined) return mapped + url.pathname + url.search;
    const named = rules.hosts.some((host) =>
      host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host || url.host === host,
    );
    if ((named && url.protocol === 'https:') || targets.has(url.origin)) return address;
    throw new Failure('unavailable', 'host-not-allowed', {
      cause: new Error(`${url.origin} is not on the allow-list`),
    });
  }

  async function call(one: OutboundCall): Promise<OutboundAnswer> {
    const target = resolve(one.url);
    const url = new URL(one.url);
    const service = serviceOf(url, rules.services);
    const facts = { method: one.method, service, path: patternOf(service, url.pathname), tries: one.turn ?? 1 };
    return step('call', facts, async () => {
      const answer = await send(one, target, service);
      note({ status: answer.status });
      return answer;
    });
  }

  async function send(
    { method, headers, body, deadline }: OutboundCall,
    target: string,
    service: Service,
  ): Promise<OutboundAnswer> {
    const count = (counts[new URL(target).host] ??= { calls: 0, failures: 0 });
    count.calls += 1;
    const failed = (): void => {
      count.failures += 1;
      failures[service] = (failures[service] ?? 0) + 1;
    };
    try {
      const answer = await fetch(target, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(deadline),
        ...(headers ? { headers: { ...headers } } : {}),
        ...(body === undefined ? {} : { body: body as BodyInit }),
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) throw new Error('redirect refused');
      if (answer.status >= 500) failed();
      return { status: answer.status, headers: answer.headers, body: bytes };
    } catch (cause) {
      failed();
      throw new Failure('unavailable', 'no-answer', { cause });
    }
  }

  return { call, resolve, counts: () => counts, failures: () => failures };
}

/** The same answer in the form that `fetch` gives, for libraries that are built on it. */
export function responseOf({ status, headers, body }: OutboundAnswer): Response {
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : (body as BodyInit), { status, headers });
}
