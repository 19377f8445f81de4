import { getGetBoardUrl } from '@vaktplan/api-client';
import { Board } from '@vaktplan/contracts/http/board';
import { resource } from '@/lib/resource';

export const boardResource = (locationId: string | undefined) =>
  resource(getGetBoardUrl({ locationId }), Board);
