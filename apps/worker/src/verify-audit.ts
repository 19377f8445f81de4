// node apps/worker/src/verify-audit.ts: compares the events of every organisation with their chain; exit 1 names what is broken.
import { verifyEvents } from '@vaktplan/core/audit/verify-events';
import { createDatabase } from '@vaktplan/db/database';
import { createLogger } from '@vaktplan/platform/logger';
import { Temporal } from 'temporal-polyfill';

const url = process.env.OWNER_DATABASE_URL;
if (!url) throw new Error('Set OWNER_DATABASE_URL to a superuser: it sees every organisation');
const secret = process.env.AUDIT_SECRET || 'vaktplan';

const db = createDatabase({ url, max: 2, statementTimeoutMs: 600_000 });
const log = createLogger({ service: 'audit', level: 'silent' });
const { rows } = await db.pool.query<{ id: string }>(
  'select organization_id as id from audit_heads order by 1',
);
const broken: string[] = [];
let checked = 0;
for (const { id } of rows) {
  const actor = { kind: 'system', name: 'audit' } as const;
  const ctx = { db, orgId: id, actor, now: () => Temporal.Now.instant(), log };
  const { finding, ...result } = await verifyEvents(ctx, secret);
  checked += result.checked;
  if (finding) broken.push(`${id}: ${finding.reason}, link ${finding.seq}, event ${finding.eventId}`);
}
await db.close();
console.log(JSON.stringify({ organizations: rows.length, checked, broken }));
process.exitCode = broken.length > 0 ? 1 : 0;
