const INSIDE =
  /^(localhost|[\w-]+\.local|(127|10)(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2})$/;

/**
 * What somebody typed as an origin, `https` if they named no scheme; null when it is not an address.
 * Plain http only inside a house or for tests: localhost, private networks and `.local` names.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  const [, scheme, rest] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.+)$/i.exec(text) ?? [];
  if (!rest || /\s/.test(text) || /^[a-z]+:(?!\d)/i.test(rest)) return null;
  const url = parsed(`${scheme ?? 'https'}://${rest}`);
  if (!url?.hostname) return null;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && INSIDE.test(url.hostname));
  return isSafe ? url.origin : null;
}

// Hermes' URL has no `parse`
function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
