import type { Owner } from './outbox-row';

/** Tells the other tabs of this browser whose data has changed, and hears of theirs. */
export function tabs(onChange: (owner: Owner) => void): (owner: Owner) => void {
  const channel = new BroadcastChannel('vaktplan.sync');
  channel.addEventListener('message', ({ data }: MessageEvent<Owner>) => onChange(data));
  return (owner) => channel.postMessage(owner);
}
