import { passCalendar } from '@/server/pass-calendar';

export const dynamic = 'force-dynamic';

export { passCalendar as GET };
