import { getGetDashboardUrl } from '@vaktplan/api-client';
import { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { resource } from '@/lib/resource';

export const dashboardResource = (locationId: string) =>
  resource(getGetDashboardUrl({ locationId }), DashboardView);
