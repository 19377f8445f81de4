import { DurableObject } from 'cloudflare:workers';

const BURST = 10;
const SECONDS_EACH = 6;

export type Verdict = { allowed: boolean; retryAfterSeconds: number };
type Bucket = { tokens: number; at: number };

/**
 * Tries at signing in from one address: ten at once, then one every six seconds. One object an address, so the count is
 * exact all over the world; Cloudflare's own limits are counted for each of its places.
 */
export class SignInQuota extends DurableObject {
  async take(): Promise<Verdict> {
    const now = Date.now() / 1000;
    const { tokens, at } = (await this.ctx.storage.get<Bucket>('bucket')) ?? { tokens: BURST, at: now };
    const filled = Math.min(BURST, tokens + (now - at) / SECONDS_EACH);
    const allowed = filled >= 1;
    const left = allowed ? filled - 1 : filled;
    await this.ctx.storage.put('bucket', { tokens: left, at: now });
    // an address that is quiet until its bucket is full again is forgotten
    await this.ctx.storage.setAlarm((now + (BURST - left) * SECONDS_EACH) * 1000);
    return { allowed, retryAfterSeconds: allowed ? 0 : Math.ceil((1 - filled) * SECONDS_EACH) };
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}
