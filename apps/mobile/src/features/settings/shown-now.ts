import type { QuietHours } from '@vaktplan/contracts/http/notification-settings';

/**
 * What the two fields show when the settings are others than they knew: what is another there, here too. A time that
 * somebody is choosing meanwhile stays.
 */
export const shownNow = (shown: QuietHours, known: QuietHours, saved: QuietHours): QuietHours => ({
  from: saved.from === known.from ? shown.from : saved.from,
  to: saved.to === known.to ? shown.to : saved.to,
});
