import { AppError } from '@vaktplan/contracts/errors';
import type { Env } from './bindings.ts';

const PERIOD_SECONDS = 60;

/** Too many of something; tells when to come again. */
export class LimitReached extends AppError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('too_many_requests');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A flood ends here; the API counts again, over all places and exactly. @throws LimitReached */
export async function limitAddress(env: Env, address: string): Promise<void> {
  const { success } = await env.ADDRESS_LIMIT.limit({ key: address });
  if (!success) throw new LimitReached(PERIOD_SECONDS);
}

/** @throws LimitReached */
export async function limitTenant(env: Env, organizationId: string | undefined): Promise<void> {
  if (organizationId === undefined) return;
  const { success } = await env.TENANT_LIMIT.limit({ key: organizationId });
  if (!success) throw new LimitReached(PERIOD_SECONDS);
}

/** Guessing passwords: an exact count for each address. @throws LimitReached */
export async function limitSignIn(env: Env, address: string): Promise<void> {
  const quota = env.SIGN_IN_QUOTA.get(env.SIGN_IN_QUOTA.idFromName(address));
  const { allowed, retryAfterSeconds } = await quota.take();
  if (!allowed) throw new LimitReached(retryAfterSeconds);
}
