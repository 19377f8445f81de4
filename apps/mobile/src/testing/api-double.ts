/** The API as the app hears it: answers by `METHOD /path`, or nothing at all, as without a network. */
export type Answers = Record<string, [status: number, body: unknown] | 'no network'>;
export type Heard = { method: string; path: string; body: unknown; authorization: string | null };

/** Takes the place of the network until the end of the test. What is not named answers 404. */
export function answerWith(answers: Answers): Heard[] {
  const heard: Heard[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const headers = new Headers(init?.headers);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    heard.push({ method, path: url.pathname, body, authorization: headers.get('authorization') });
    const answer = answers[`${method} ${url.pathname}`] ?? [404, { code: 'not_found' }];
    if (answer === 'no network') throw new TypeError('Network request failed');
    return new Response(JSON.stringify(answer[1]), { status: answer[0] });
  };
  return heard;
}

/** A token as the server signs them, without a signature that anybody would check here. */
export function tokenOf(claims: { sub: string; organizationId?: string; seconds?: number }): string {
  const exp = Math.floor(Date.now() / 1000) + (claims.seconds ?? 300);
  const o = claims.organizationId ? { id: claims.organizationId } : undefined;
  return `head.${btoa(JSON.stringify({ sub: claims.sub, exp, o }))}.signature`;
}
