import { passToAuth } from '@/server/pass-to-auth';

export const dynamic = 'force-dynamic';

export { passToAuth as GET, passToAuth as POST };
