/** The platform's real client of a language model against the sandbox's, with the sandbox's managed identity. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offsetClock } from '../../src/platform/clock.ts';
import { createModel, type Model } from '../../src/platform/model.ts';
import { createOutbound, outboundRules, type Outbound } from '../../src/platform/outbound.ts';
import { startEntra } from '../../src/sandbox/entra/server.ts';
import { deployment, startModel, type ModelServer } from '../../src/sandbox/model/server.ts';
import { ids, testConfig } from './cloud.ts';

export interface TestModel {
  readonly server: ModelServer;
  readonly model: Model;
  readonly outbound: Outbound;
  /** Real time, as the client sees it, goes on. */
  rest(milliseconds: number): void;
  close(): Promise<void>;
}

export async function withModel(settings: Readonly<Record<string, string>> = {}): Promise<TestModel> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-model-'));
  const entra = await startEntra({ port: 0, personOf: () => undefined, ids, dataDir });
  const server = await startModel({ port: 0, dataDir, tenantId: ids.tenantId });
  const config = testConfig({
    ...{ MANAGED_IDENTITY_URL: `${entra.url}/msi/token`, MODEL_URL: server.url, MODEL_DEPLOYMENT: deployment },
    ...settings,
  });
  const outbound = createOutbound(outboundRules(config));
  let rested = 0;
  const clock = { ...offsetClock(), machine: () => Date.now() + rested };
  const model = createModel({ config, outbound, clock });
  if (!model) throw new Error('no model is named');
  return {
    ...{ server, model, outbound },
    rest: (milliseconds) => void (rested += milliseconds),
    close: async () => {
      await Promise.all([server.close(), entra.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
