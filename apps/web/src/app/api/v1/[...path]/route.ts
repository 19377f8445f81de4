import { passToApi } from '@/server/pass-to-api';

export const dynamic = 'force-dynamic';

export { passToApi as GET, passToApi as POST, passToApi as PUT, passToApi as PATCH, passToApi as DELETE };
