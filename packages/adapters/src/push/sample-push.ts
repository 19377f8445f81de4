import type { PushMessage } from './push-message.ts';

/** A message as the tests send it. */
export const samplePush = (changes: Partial<PushMessage> = {}): PushMessage => ({
  title: 'Vagtplan for uge 49 – ændret',
  body: 'Monday 09:00–17:00 · Torvet',
  data: { kind: 'schedule_published', link: '/shifts?date=2025-12-01', notificationId: 'n-1' },
  collapseId: 'n-1',
  urgent: false,
  expiresAt: 1_764_662_400,
  ...changes,
});

/** What a sending failed with. */
export const failureOf = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => undefined,
    (error: unknown) => error,
  );
