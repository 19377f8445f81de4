import { getGetMeUrl } from '@vaktplan/api-client';
import { resource } from '@/lib/resource';

export const meResource = resource(getGetMeUrl(), () =>
  import('@vaktplan/contracts/http/me').then((contracts) => contracts.MeView),
);
