import { getClockTimeTrackingUrl } from '@vaktplan/api-client';
import { resource } from '@/lib/resource';

export const clockResource = resource(getClockTimeTrackingUrl(), () =>
  import('@vaktplan/contracts/http/time-tracking').then((contracts) => contracts.ClockView),
);
