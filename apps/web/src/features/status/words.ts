import type { StatusView } from '@vaktplan/contracts/http/status';

/** "send-shift-notification" as people say it. */
export const jobWords = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** How long ago or how old, coarsely. */
export function ageWords(seconds: number): string {
  if (seconds < 1) return 'none';
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

const LATE_SECONDS = 60;
const STANDS_SECONDS = 300;

/** What is wrong, in sentences an operator can act on; empty when all is well. */
export function troublesOf(view: StatusView): string[] {
  const { stores, instances, relayLagSeconds, queues } = view;
  const troubles: string[] = [];
  if (stores.postgres.status !== 'ok')
    troubles.push('Postgres does not answer: nothing can be read or saved.');
  if (stores.redis.status !== 'ok') {
    troubles.push('Redis does not answer: work goes on, but nobody is told of changes until it is back.');
  }
  if (instances && !instances.some(({ service }) => service === 'worker')) {
    troubles.push('No worker runs: changes are saved, but no mail is sent and nobody is told.');
  }
  if ((relayLagSeconds ?? 0) > LATE_SECONDS) {
    troubles.push(`The oldest change has waited ${ageWords(relayLagSeconds ?? 0)} to be told.`);
  }
  for (const { name, oldestSeconds } of queues ?? []) {
    if (oldestSeconds > STANDS_SECONDS) {
      troubles.push(`A job in “${jobWords(name)}” has waited ${ageWords(oldestSeconds)}.`);
    }
  }
  const open = (instances ?? []).flatMap(({ breakers }) => breakers.filter(({ state }) => state === 'open'));
  for (const upstream of new Set(open.map((breaker) => breaker.upstream))) {
    troubles.push(
      `${jobWords(upstream)} does not answer and is not called for now; what waits is tried again.`,
    );
  }
  return troubles;
}
