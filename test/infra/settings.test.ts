import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigProblem, readConfig } from '../../src/config.ts';
import { bicepReader, entriesOf, propertyOf, variable, every } from '../support/bicep.ts';

/** Of App Service itself: they steer the machine, and the product does not read them. */
const ofThePlatform = /^(WEBSITE|WEBSITES|SCM)_/;
/** Read by telemetry. */
const ofTelemetry = ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
/** Set by App Service by itself, where an app has an identity. */
const byItself = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'];

const guid = '11111111-2222-4333-8444-555555555555';
/** What Azure would answer where Bicep names an output or a parameter. */
const answers: Readonly<Record<string, string>> = {
  BASE_URL: 'https://pilot-abc.azurewebsites.net',
  ...{ TENANT_ID: guid, TAB_CLIENT_ID: guid, BOT_ID: guid, MANAGED_IDENTITY_CLIENT_ID: guid },
  ...{ STORAGE_ACCOUNT: 'pilotabc', VAULT_URL: 'https://kv-pilot-abc.vault.azure.net' },
  IDENTITY_KEY_ID: 'https://kv-pilot-abc.vault.azure.net/keys/identity',
  COPIES_URL: 'https://pilotabccp.blob.core.windows.net/copies',
  STORAGE_PREFIX: '',
  ...{ SEND_RATE: '30', LOG_LEVEL: 'info', MAIL_FROM: '', MODEL_URL: '', MODEL_DEPLOYMENT: '' },
};

describe('the settings that the deployment sets', () => {
  let set: Map<string, string>;

  before(async () => {
    const read = await bicepReader();
    const call = every(read('main.bicep').root, 'module_declaration').find((one) =>
      one.text.includes("'modules/web.bicep'"),
    )!;
    const shared = entriesOf(variable(read('modules/web.bicep').root, 'everywhere'));
    const own = entriesOf(propertyOf(propertyOf(call, 'params')!, 'settings'));
    set = new Map([...shared, ...own, ['ROLES', 'web,worker']]);
  });

  const environment = (): Record<string, string> => {
    const names = [...set.keys()].filter((name) => !ofThePlatform.test(name) && !ofTelemetry.includes(name));
    const literal = /^[\w,.]*$/;
    return Object.fromEntries(
      names.map((name) => [name, answers[name] ?? (literal.test(set.get(name)!) ? set.get(name)! : '')]),
    );
  };

  it('are all that production needs', () => {
    const config = readConfig({
      ...environment(),
      IDENTITY_ENDPOINT: 'http://127.0.0.1:8081/msi/token',
      IDENTITY_HEADER: 'x',
    });
    assert.ok(config.production);
    assert.equal(config.port, 8080);
    assert.equal(config.botType, 'UserAssignedMSI');
    assert.ok(config.vault && config.copiesUrl && config.managedIdentity.clientId);
    assert.equal(config.storage.connection, undefined);
  });

  it('are not enough when one of those that production needs is missing', () => {
    const whole = environment();
    const refused = Object.keys(whole).filter((name) => {
      const { [name]: _gone, ...rest } = whole;
      try {
        readConfig(rest);
        return false;
      } catch (error) {
        assert.ok(error instanceof ConfigProblem);
        return true;
      }
    });
    for (const name of [
      'BASE_URL',
      'TENANT_ID',
      'TAB_CLIENT_ID',
      'BOT_ID',
      'BOT_TYPE',
      'STORAGE_ACCOUNT',
      'VAULT_URL',
      'IDENTITY_KEY_ID',
    ])
      assert.ok(refused.includes(name), name);
  });

  it('are all known to config.ts', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/config.ts'), 'utf8');
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name ?? '');
    assert.ok(known.length > 25);
    const unknown = [...set.keys()].filter(
      (name) => !known.includes(name) && !ofThePlatform.test(name) && !ofTelemetry.includes(name),
    );
    assert.deepEqual(unknown, []);
    for (const name of byItself) assert.ok(known.includes(name) && !set.has(name), name);
    for (const name of ['STORAGE_CONNECTION', 'CLOCK_URL', 'HOST_ORIGINS'])
      assert.ok(!set.has(name), `${name} is for the sandbox`);
  });

  it('hold no value that is secret: each is an address, a name, an id or a switch', () => {
    for (const [name, value] of set) assert.doesNotMatch(`${name} ${value}`, /secret|password|AccountKey|sig=/i);
  });
});
