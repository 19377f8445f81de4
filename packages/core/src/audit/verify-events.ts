import {
  findSealed,
  findUnsealed,
  listLinks,
  lockAuditHead,
  saveVerification,
  type AuditHead,
} from '@vaktplan/db/queries/audit';
import type { Tx } from '@vaktplan/db/database';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { linkHash } from './link-hash.ts';

const AT_ONCE = 2000;

/**
 * The first bad row. `changed`: the event is not what was chained; `missing`: it is gone; `added`: it was put among those
 * that are chained; `chain`: a link itself is gone or was put elsewhere (`eventId` is that of the first one after it).
 */
export type AuditFinding = {
  reason: 'changed' | 'missing' | 'added' | 'chain';
  seq: number | null;
  eventId: string | null;
};
export type Verification = { checked: number; seq: number; hash: string; finding: AuditFinding | null };

/** Compares all kept events of the organisation with their chain and writes the result down. By the product itself. */
export const verifyEvents = (ctx: Ctx, secret: string): Promise<Verification> =>
  transact(ctx, 'audit.verify', async (tx) => {
    // held while reading: sealing waits, so the end of the chain stands still
    const head = await lockAuditHead(tx, ctx.orgId, 'wait');
    if (!head) throw new Error('an organisation without a head of its chain');
    const { checked, finding } = await walkChain(tx, ctx.orgId, head, secret);
    const found = finding ?? (await findAdded(tx, ctx.orgId, head));
    await saveVerification(tx, ctx.orgId, ctx.now().toString(), found);
    return { checked, seq: head.seq, hash: head.hash, finding: found };
  });

async function walkChain(
  tx: Tx,
  orgId: string,
  head: AuditHead,
  secret: string,
): Promise<{ checked: number; finding: AuditFinding | null }> {
  let seq = head.baseSeq;
  let hash = head.baseHash;
  const bad = (reason: AuditFinding['reason'], eventId: string | null) => ({
    checked: seq - head.baseSeq,
    finding: { reason, seq: seq + 1, eventId },
  });
  for (;;) {
    const links = await listLinks(tx, orgId, seq, AT_ONCE);
    const events = new Map(
      (
        await findSealed(
          tx,
          orgId,
          links.map((l) => l.eventId),
        )
      ).map((event) => [event.eventId, event.content]),
    );
    for (const link of links) {
      if (link.seq !== seq + 1) return bad('chain', link.eventId);
      const content = events.get(link.eventId);
      if (content === undefined) {
        const retired = head.retiredBefore !== null && link.eventId < head.retiredBefore;
        if (!retired) return bad('missing', link.eventId);
      } else if (linkHash(secret, hash, content) !== link.hash) return bad('changed', link.eventId);
      ({ seq, hash } = link);
    }
    if (links.length === 0) break;
  }
  if (seq !== head.seq || hash !== head.hash) return bad('chain', null);
  return { checked: seq - head.baseSeq, finding: null };
}

async function findAdded(tx: Tx, orgId: string, head: AuditHead): Promise<AuditFinding | null> {
  const added = await findUnsealed(tx, orgId, head);
  return added ? { reason: 'added', seq: null, eventId: added.eventId } : null;
}
