import { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { resource } from '@/lib/resource';

export const dashboardResource = (locationId: string) =>
  resource('/dashboard', DashboardView, { locationId });
