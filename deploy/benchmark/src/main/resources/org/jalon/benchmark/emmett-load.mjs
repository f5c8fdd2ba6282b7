// Appends through Emmett as Jalon's benchmark asks: one line of JSON in, one line of JSON out, until
// the input ends. Each request expects its stream where the caller left it, so that it could fail.

import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const REQUESTS_OF_A_STREAM = 16;
const [host, port, database, user, payloadBytes] = process.argv.slice(2);
const login = { host, port: Number(port), database, user, password: process.env.PGPASSWORD };
const data = { text: 'x'.repeat(Number(payloadBytes) - '{"text":""}'.length) };

const connectionString =
  `postgresql://${user}:${encodeURIComponent(login.password)}@${host}:${port}/${database}`;

async function run({ callers, connections, events, warmUpMillis, measuredMillis }) {
  const pool = new pg.Pool({
    ...login,
    max: connections,
    options: '-c synchronous_commit=on',
  });
  const store = getPostgreSQLEventStore(connectionString, {
    schema: { autoMigration: 'CreateOrUpdate' },
    connectionOptions: { pool },
  });
  await store.schema.migrate();
  const from = performance.now() + warmUpMillis;
  const until = from + measuredMillis;
  const times = [];
  const ask = async () => {
    let stream = '';
    let version;
    let requests = 0;
    for (let start = performance.now(); start < until || times.length === 0; ) {
      if (requests++ % REQUESTS_OF_A_STREAM === 0) {
        stream = `subject-${randomUUID()}`;
        version = 'STREAM_DOES_NOT_EXIST';
      }
      const some = Array.from({ length: events }, () => ({ type: 'SomethingHappened', data }));
      const appended = await store.appendToStream(stream, some, { expectedStreamVersion: version });
      version = appended.nextExpectedStreamVersion;
      const end = performance.now();
      if (start >= from && (end <= until || times.length === 0)) {
        times.push(end - start);
      }
      start = end;
    }
  };
  await Promise.all(Array.from({ length: callers }, ask));
  await store.close();
  await pool.end();
  times.sort((a, b) => a - b);
  const within = (share) => times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? 0;
  return {
    perSecond: (times.length * 1000) / measuredMillis,
    p50Millis: within(0.5),
    p99Millis: within(0.99),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await run(JSON.parse(line))));
}
