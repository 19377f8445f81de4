import { getGetMeUrl } from '@vaktplan/api-client';
import { MeView } from '@vaktplan/contracts/http/me';
import { resource } from '@/lib/resource';

export const meResource = resource(getGetMeUrl(), MeView);
