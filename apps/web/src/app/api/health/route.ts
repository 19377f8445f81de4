import { upstreamState } from '@/server/upstream';

export const dynamic = 'force-dynamic';

/** Lives as long as the process does; the API's state is told beside it, never counted against it. */
export function GET(): Response {
  return Response.json({ status: 'ok', api: upstreamState() }, { headers: { 'cache-control': 'no-store' } });
}
