import { getClockTimeTrackingUrl } from '@vaktplan/api-client';
import { ClockView } from '@vaktplan/contracts/http/time-tracking';
import { resource } from '@/lib/resource';

export const clockResource = resource(getClockTimeTrackingUrl(), ClockView);
