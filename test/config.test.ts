import assert from 'node:assert/strict';
import { ConfigProblem, readConfig } from '../src/config.ts';

const guid = '11111111-2222-4333-8444-555555555555';
const good = {
  NODE_ENV: 'production',
  BASE_URL: 'https://tandem.example/',
  ...{
    TENANT_ID: guid,
    TAB_CLIENT_ID: guid,
    BOT_ID: guid,
    BOT_TYPE: 'UserAssignedMSI',
    STORAGE_ACCOUNT: 'tandemstore',
    VAULT_URL: 'https://tandem.vault.azure.net',
    IDENTITY_KEY_ID: 'https://tandem.vault.azure.net/keys/identity',
  },
};
const problemsOf = (settings: Record<string, string | undefined>): string => {
  try {
    readConfig(settings);
    return '';
  } catch (error) {
    assert.ok(error instanceof ConfigProblem);
    return error.message;
  }
};

describe('the settings', () => {
  it('are read once, with what is not set filled in', () => {
    const config = readConfig(good);
    assert.deepEqual([config.baseUrl, config.port, config.sendRate], ['https://tandem.example', 3978, 30]);
    assert.deepEqual(config.roles, ['web', 'worker']);
    assert.equal(config.directoryHours, 6);
  });

  it('say where traces go, and are silent about it where nobody named a place', () => {
    assert.equal(readConfig(good).telemetry, undefined);
    const connection = `InstrumentationKey=${guid};IngestionEndpoint=https://westeurope-1.in.example/;LiveEndpoint=https://l`;
    const settings = {
      APPLICATIONINSIGHTS_CONNECTION_STRING: connection,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318/',
    };
    assert.deepEqual(readConfig({ ...good, ...settings, TELEMETRY_SHARE: '0.5' }).telemetry, {
      ...{ insights: { key: guid, url: 'https://westeurope-1.in.example' }, otlp: 'http://localhost:4318', share: 0.5 },
    });
  });

  it('name every problem at once', () => {
    const text = problemsOf({ BOT_TYPE: 'MultiTenant', TENANT_ID: 'ours' });
    for (const name of ['BASE_URL', 'TENANT_ID', 'TAB_CLIENT_ID', 'BOT_ID', 'BOT_TYPE'])
      assert.ok(text.includes(name), name);
  });

  const refused: [string, Record<string, string>][] = [
    ['a connection string', { STORAGE_CONNECTION: 'UseDevelopmentStorage=true' }],
    ['a clock that can be moved', { CLOCK_URL: 'https://clock.example' }],
    ['a host of the sandbox', { HOST_ORIGINS: 'http://127.0.0.1:3979' }],
    ['an address without encryption', { BASE_URL: 'http://tandem.example' }],
    ['a Graph without encryption', { GRAPH_URL: 'http://127.0.0.1:3980' }],
    ['a start without the vault', { VAULT_URL: '' }],
    ['a key of another vault', { IDENTITY_KEY_ID: 'https://other.vault.azure.net/keys/identity' }],
    ['a collector elsewhere without encryption', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' }],
    [
      'Application Insights without its address',
      { APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${guid}` },
    ],
    ['a share of traces above one', { TELEMETRY_SHARE: '10' }],
    ['an empty bot id, which would turn its checks off', { BOT_ID: '' }],
  ];
  for (const [name, settings] of refused)
    it(`refuse ${name} in production`, () => {
      assert.equal(problemsOf(good), '');
      assert.ok(problemsOf({ ...good, ...settings }).includes(Object.keys(settings)[0]!));
    });
});
