import { takeError } from '@/server/take-error';

export const dynamic = 'force-dynamic';

export const POST = takeError;
