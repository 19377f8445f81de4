import { correlationIdOf, endToEnd, pick } from './forward';
import { problemAnswer } from './problem';
import { callUpstream, UpstreamUnavailable } from './upstream';

const passedOn = ['if-none-match', 'traceparent', 'tracestate', 'user-agent', 'x-forwarded-for'] as const;
const CALENDAR = /^\/calendar\/([\w-]{1,100}(?:\.ics)?)$/;

/** `/calendar/<token>.ics`: for phones and mail programs, which have no session; the token is the key. No cookie goes along. */
export async function passCalendar(request: Request): Promise<Response> {
  const correlationId = correlationIdOf(request);
  const file = CALENDAR.exec(new URL(request.url).pathname)?.[1];
  if (!file) return problemAnswer('not_found', correlationId);
  const headers = pick(request.headers, passedOn);
  headers.set('x-correlation-id', correlationId);
  try {
    const answer = await callUpstream({ path: `/api/v1/calendar/${file}`, method: 'GET', headers });
    const answerHeaders = endToEnd(answer.headers);
    answerHeaders.delete('set-cookie');
    return new Response(answer.status === 304 ? null : answer.body, {
      status: answer.status,
      headers: answerHeaders,
    });
  } catch (error) {
    if (error instanceof UpstreamUnavailable) return problemAnswer('upstream_unavailable', correlationId);
    throw error;
  }
}
