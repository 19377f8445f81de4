import { passToKiosk } from '@/server/pass-to-kiosk';

export const dynamic = 'force-dynamic';

export { passToKiosk as GET, passToKiosk as POST };
