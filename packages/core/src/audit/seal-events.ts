import { appendLinks, listSealable, lockAuditHead, setAuditHorizon } from '@vaktplan/db/queries/audit';
import { Temporal } from 'temporal-polyfill';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { linkHash } from './link-hash.ts';

const AT_ONCE = 1000;
/** No statement runs that long, so one that had drawn its position when the horizon was set has ended. */
const SETTLE = { minutes: 1 };

/**
 * Chains the organisation's committed events, in the order of their positions. Positions are drawn before the commit: the
 * chain goes as far as it could see at an earlier run, and only once every transaction of that time has ended, so that
 * nothing comes before what is chained already. By the product itself; the clock-in pays nothing. Returns how many.
 */
export async function sealEvents(
  ctx: Ctx,
  secret: string,
): Promise<{ sealed: number; seq: number; hash: string }> {
  let sealed = 0;
  for (;;) {
    const step = await transact(ctx, 'audit.seal', async (tx) => {
      // a verification may take long; the next run comes soon
      const head = await lockAuditHead(tx, ctx.orgId, 'skip');
      if (!head) return { more: false, seq: 0, hash: '' };
      const here = { more: false, seq: head.seq, hash: head.hash };
      const upTo = head.horizonPosition ?? 0;
      if (upTo <= head.position) {
        await setAuditHorizon(tx, ctx.orgId, ctx.now().toString());
        return here;
      }
      const settledAt = head.horizonAt && Temporal.Instant.from(head.horizonAt).add(SETTLE);
      if (!head.settled || !settledAt || Temporal.Instant.compare(ctx.now(), settledAt) < 0) return here;
      const events = await listSealable(tx, ctx.orgId, { after: head.position, upTo, limit: AT_ONCE });
      const last = events.at(-1);
      if (!last) return here;
      let { hash } = head;
      const links = events.map(({ eventId, content }, i) => {
        hash = linkHash(secret, hash, content);
        return { seq: head.seq + i + 1, eventId, hash };
      });
      await appendLinks(tx, ctx.orgId, links, last.position);
      sealed += links.length;
      return { more: true, seq: head.seq + links.length, hash };
    });
    if (!step.more) return { sealed, seq: step.seq, hash: step.hash };
  }
}
