const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sends a write as the first span of a trace, in W3C's form. Where the server keeps traces it says so in its answer,
 * and is then told when the click was sent and when its answer came; that is all the browser does for it.
 */
export async function fetchTraced(url: string, init: RequestInit & { headers: Headers }): Promise<Response> {
  const ids = hex(crypto.getRandomValues(new Uint8Array(24)));
  const traceparent = `00-${ids.slice(0, 32)}-${ids.slice(32)}-01`;
  init.headers.set('traceparent', traceparent);
  const startedAt = Date.now();
  const since = performance.now();
  const response = await fetch(url, init);
  if (response.headers.has('x-trace-id')) {
    const { pathname: path } = new URL(url, location.href);
    const ms = performance.now() - since;
    const span = { traceparent, startedAt, ms, path, method: init.method, status: response.status };
    navigator.sendBeacon('/api/spans', new Blob([JSON.stringify(span)], { type: 'application/json' }));
  }
  return response;
}
