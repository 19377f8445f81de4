import { leavePush } from '@/platform/push';
import type { Owner } from '@/sync/outbox-row';
import { engine } from '@/sync/runtime';

/** Signs out here: messages for the account stop, what was read is forgotten, what was not sent stays for its return. */
export async function leaveAccount(owner: Owner | null, signOut: () => Promise<void>): Promise<void> {
  await leavePush();
  if (owner) await engine.forget(owner);
  await signOut();
}
