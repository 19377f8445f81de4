import { createServer } from 'node:net';

/**
 * Binds a port for a moment and gives it back; 0 lets the system choose.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number | null>} the port, or null when it is taken or not ours to take
 */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // a machine without IPv6 has nobody on ::1 either
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? port : null);
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(bound));
    });
  });
}

/** A port of 127.0.0.1 that is free right now. @returns {Promise<number>} */
export async function freePort() {
  const port = await tryPort(0);
  if (port === null) throw new Error('the system gave no free port on 127.0.0.1');
  return port;
}

/**
 * The preferred port if it is free, else the next free one above it.
 * Another server may hold the port on any address, so both loopbacks and the wildcard are tried: browsers take localhost for either.
 * @param {number} preferred
 * @param {ReadonlySet<number>} [spokenFor] ports that this start has already given away
 * @returns {Promise<number>}
 */
export async function choosePort(preferred, spokenFor = new Set()) {
  for (let port = preferred; port < preferred + 100; port += 1) {
    if (spokenFor.has(port)) continue;
    const bound = [await tryPort(port), await tryPort(port, '0.0.0.0'), await tryPort(port, '::1')];
    const free = bound.every((answer) => answer !== null);
    if (free) return port;
  }
  return freePort();
}
