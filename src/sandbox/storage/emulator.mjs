/**
 * The storage emulator as a child process. It ends, and writes down what it has in memory, when its parent lets go of it
 * or dies: a kill of the parent would otherwise leave it behind with the ports.
 */
import { createRequire } from 'node:module';

const own = createRequire(import.meta.url);
const ofEmulator = createRequire(own.resolve('azurite/dist/src/azurite.js'));

process.once('SIGINT', () => {
  if (process.connected) process.disconnect();
});
process.once('disconnect', () => process.emit('SIGINT'));

findByKey();
pageByKey();
changeOneByOne();
expireNowAndThen();
readTemplatesOnce();
saveNowAndThen();
await import('azurite/dist/src/azurite.js');

/**
 * The emulator scans the partition for every row and the whole table for every range; the service finds both by their keys.
 * Here its own indices are used, that one first which leaves fewer rows: of a person the partition, of a programme the row's key.
 */
function findByKey() {
  const { Collection } = ofEmulator('lokijs');
  const { findOne, chain } = Collection.prototype;
  const count = (rows, operator, key, value) => {
    if (rows.binaryIndices[key].dirty) rows.ensureIndex(key);
    const [first, last] = rows.calculateRange(operator, key, value);
    return last - first + 1;
  };
  const isNarrow = (rows, partition, operator, key) =>
    count(rows, '$eq', 'PartitionKey', partition) < count(rows, operator, 'RowKey', key);
  Collection.prototype.findOne = function (query) {
    const { PartitionKey, RowKey } = query ?? {};
    if (RowKey === undefined || PartitionKey === undefined) return findOne.call(this, query);
    const byPartition = isNarrow(this, PartitionKey, '$eq', RowKey);
    return findOne.call(this, byPartition ? { PartitionKey, RowKey } : { RowKey, PartitionKey });
  };

  let range;
  Collection.prototype.chain = function () {
    const all = chain.call(this);
    if (range === undefined) return all;
    const [, PartitionKey, ...keys] = range;
    const RowKey = { $between: keys };
    return isNarrow(this, PartitionKey, '$between', keys)
      ? all.find({ PartitionKey }).find({ RowKey })
      : all.find({ RowKey }).find({ PartitionKey });
  };
  const store = ofEmulator('./table/persistence/LokiTableMetadataStore.js').default.prototype;
  const query = store.queryTableEntities;
  const wanted = /^PartitionKey eq '([^']*)' and RowKey ge '([^']*)' and RowKey lt '([^']*)'$/;
  store.queryTableEntities = function (...call) {
    range = wanted.exec(call[3]?.filter ?? '') ?? undefined;
    try {
      // All its work is done before it gives its promise.
      return query.apply(this, call);
    } finally {
      range = undefined;
    }
  };
}

/** A page of a whole table, or of a whole partition, sorts all of it; the service goes on from a key. Here its indices are walked from there. */
function pageByKey() {
  const store = ofEmulator('./table/persistence/LokiTableMetadataStore.js').default.prototype;
  const { queryTableEntities } = store;
  const smallPartition = 5_000;
  const byRowKey = (one, other) => (one.RowKey < other.RowKey ? -1 : 1);

  /** Documents in the order of an index from the first with `key` >= `value` on. */
  function* from(rows, key, value) {
    const [first] = value === undefined ? [0] : rows.calculateRange('$gte', key, value);
    const { values } = rows.binaryIndices[key];
    for (let place = Math.max(first, 0); place < values.length; place += 1) yield rows.data[values[place]];
  }

  function partition(rows, key, after, most) {
    const [first, last] = rows.calculateRange('$eq', 'PartitionKey', key);
    if (last - first < smallPartition) {
      const places = rows.binaryIndices.PartitionKey.values.slice(first, last + 1);
      return places
        .map((place) => rows.data[place])
        .filter((one) => after === undefined || one.RowKey >= after)
        .sort(byRowKey)
        .slice(0, most);
    }
    const found = [];
    for (const one of from(rows, 'RowKey', after)) {
      if (one.PartitionKey === key && found.push(one) >= most) break;
    }
    return found;
  }

  store.queryTableEntities = async function (...call) {
    const [context, account, table, options, nextPartition, nextRow] = call;
    const [, only] = /^PartitionKey eq '([^']*)'$/.exec(options?.filter ?? '') ?? [];
    if (options?.filter && only === undefined) return queryTableEntities.apply(this, call);
    const rows = this.getEntityCollection(account, table, context);
    for (const key of ['PartitionKey', 'RowKey']) if (rows.binaryIndices[key].dirty) rows.ensureIndex(key);
    const most = this.getMaxResultsOption(options) + 1;
    const [begin, after] = [this.decodeContinuationHeader(nextPartition), this.decodeContinuationHeader(nextRow)];
    const found = only === undefined ? [] : partition(rows, only, after, most);
    let done;
    for (const { PartitionKey: key } of only === undefined ? from(rows, 'PartitionKey', begin) : []) {
      if (key === done) continue;
      done = key;
      found.push(...partition(rows, key, key === begin ? after : undefined, most - found.length));
      if (found.length >= most) break;
    }
    const response = this.adjustQueryResultforTop(found, most - 1);
    return [found, response.nextPartitionKeyResponse, response.nextRowKeyResponse];
  };
}

/** Its database builds all indices of a collection anew for a list of rows, an empty one too: few rows change one by one. */
function changeOneByOne() {
  const { Collection } = ofEmulator('lokijs');
  const { removeBatch, removeBatchByPositions, update } = Collection.prototype;
  const few = 100;
  Collection.prototype.update = function (rows) {
    if (!Array.isArray(rows) || rows.length > few) return update.call(this, rows);
    for (const row of rows) update.call(this, row);
  };
  Collection.prototype.removeBatch = function (rows) {
    if (rows.length > few) removeBatch.call(this, rows);
    else for (const row of [...rows]) this.remove(row);
  };
  Collection.prototype.removeBatchByPositions = function (places) {
    if (places.length > few) removeBatchByPositions.call(this, places);
    else this.removeBatch(places.map((place) => this.data[place]));
  };
}

/** It looks through a whole queue for expired messages at every request; they live for days. */
function expireNowAndThen() {
  const store = ofEmulator('./queue/persistence/LokiQueueMetadataStore.js').default.prototype;
  const { clearExpiredMessages } = store;
  const every = 60_000;
  let last = 0;
  store.clearExpiredMessages = async function (...call) {
    if (performance.now() - last < every) return;
    last = performance.now();
    await clearExpiredMessages.apply(this, call);
  };
}

/** The emulator takes the patterns of all its operations apart again for every request. */
function readTemplatesOnce() {
  const read = ofEmulator('uri-templates');
  const known = new Map();
  const remembered = (template) => {
    const one = known.get(template) ?? read(template);
    known.set(template, one);
    return one;
  };
  ofEmulator.cache[ofEmulator.resolve('uri-templates')].exports = remembered;
}

/** It writes down all it has at once, which takes longer the more there is: a thirtieth of the time at most goes into that. */
function saveNowAndThen() {
  const Loki = ofEmulator('lokijs');
  const least = 5_000;
  Loki.prototype.autosaveEnable = function () {
    this.autosave = true;
    const wait = (ms) => {
      this.autosaveHandle = setTimeout(() => {
        const begun = performance.now();
        if (this.autosaveDirty() && !this.ignoreAutosave) this.saveDatabase();
        wait(Math.max(least, 30 * (performance.now() - begun)));
      }, ms);
    };
    wait(least);
  };
  Loki.prototype.autosaveDisable = function () {
    clearTimeout(this.autosaveHandle);
    this.autosaveHandle = null;
  };
}
