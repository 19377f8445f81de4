import type { StatusView } from '@vaktplan/contracts/http/status';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { Words } from '@/lib/words-in';

export type OperationWords = Words<WordKey<'operations'>>;

/** "send-shift-notification" as people say it; what there are no words for, by its own name. */
export function jobWords(t: OperationWords, name: string): string {
  const key = `name_${name}`;
  if (t.has(key)) return t(key);
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How long ago or how old, coarsely. */
export function ageWords(t: OperationWords, seconds: number): string {
  if (seconds < 1) return t('age_none');
  if (seconds < 60) return t('age_seconds', { count: Math.round(seconds) });
  if (seconds < 3_600) return t('age_minutes', { count: Math.round(seconds / 60) });
  if (seconds < 86_400) return t('age_hours', { count: Math.round(seconds / 3_600) });
  return t('age_days', { count: Math.round(seconds / 86_400) });
}

const LATE_SECONDS = 60;
const STANDS_SECONDS = 300;

/** What is wrong, in sentences an operator can act on; empty when all is well. */
export function troublesOf(t: OperationWords, view: StatusView): string[] {
  const { stores, instances, relayLagSeconds, queues } = view;
  const troubles: string[] = [];
  if (stores.postgres.status !== 'ok') troubles.push(t('trouble_postgres'));
  if (stores.redis.status !== 'ok') troubles.push(t('trouble_redis'));
  if (instances && !instances.some(({ service }) => service === 'worker')) troubles.push(t('trouble_worker'));
  if ((relayLagSeconds ?? 0) > LATE_SECONDS) {
    troubles.push(t('trouble_relay', { age: ageWords(t, relayLagSeconds ?? 0) }));
  }
  for (const { name, oldestSeconds } of queues ?? []) {
    if (oldestSeconds <= STANDS_SECONDS) continue;
    troubles.push(t('trouble_queue', { queue: jobWords(t, name), age: ageWords(t, oldestSeconds) }));
  }
  const open = (instances ?? []).flatMap(({ breakers }) => breakers.filter(({ state }) => state === 'open'));
  for (const upstream of new Set(open.map((breaker) => breaker.upstream))) {
    troubles.push(t('trouble_upstream', { upstream: jobWords(t, upstream) }));
  }
  return troubles;
}
