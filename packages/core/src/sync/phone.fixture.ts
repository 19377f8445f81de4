import type { SyncItem, SyncPage } from '@vaktplan/contracts/http/sync';
import type { Ctx } from '../context/ctx.ts';
import { syncPhone } from './sync-phone.ts';

/** What an app on a phone does with the answers: keeps items by kind and id, and the cursor of the last one. */
export class Phone {
  readonly ctx: Ctx;
  items = new Map<string, SyncItem>();
  cursor: string | undefined;
  resets = 0;

  constructor(ctx: Ctx) {
    this.ctx = ctx;
  }

  ask(limit?: number): Promise<SyncPage> {
    const { cursor } = this;
    return syncPhone(this.ctx, { ...(cursor && { cursor }), ...(limit && { limit }) });
  }

  take(page: SyncPage): void {
    if (page.reset) {
      this.items.clear();
      this.resets++;
    }
    for (const change of page.changes) {
      if (change.kind === 'tombstone') this.items.delete(`${change.of}:${change.id}`);
      else this.items.set(`${change.kind}:${change.id}`, change);
    }
    this.cursor = page.cursor;
  }

  /** Asks until there is no more. Returns how many pages that took. */
  async sync(limit?: number): Promise<number> {
    for (let pages = 1; ; pages++) {
      const page = await this.ask(limit);
      this.take(page);
      if (!page.more) return pages;
    }
  }

  of(kind: SyncItem['kind']): SyncItem['item'][] {
    return [...this.items.values()].filter((one) => one.kind === kind).map((one) => one.item);
  }

  all(): SyncItem[] {
    return [...this.items.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }
}

/** Everything, read anew. */
export async function freshCopy(ctx: Ctx): Promise<SyncItem[]> {
  const phone = new Phone(ctx);
  await phone.sync(500);
  return phone.all();
}
