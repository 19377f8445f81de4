import { getListKiosksUrl } from '@vaktplan/api-client';
import { KioskList } from '@vaktplan/contracts/http/kiosk';
import { resource } from '@/lib/resource';

export const kiosksResource = resource(getListKiosksUrl(), KioskList);
