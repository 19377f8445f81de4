import { takeSpan } from '@/server/take-span';

export const dynamic = 'force-dynamic';

export const POST = takeSpan;
