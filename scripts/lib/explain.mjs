/** @type {[RegExp, (place: string) => string][]} */
const knownCauses = [
  [
    /ENOSPC|no space left on device/i,
    (place) => `The disk that holds ${place} is full: make some room (about 2 GB) and start again.`,
  ],
  [
    /\b(EACCES|EPERM|EROFS)\b|permission denied|read-only file system/i,
    (place) =>
      `No permission to write in ${place}: change its owner, or move the checkout to a folder of your own.`,
  ],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b|META_FETCH_FAIL|FETCH_ERROR|error sending request|dns error/i,
    () =>
      'The npm registry cannot be reached: check the network, the proxy and "npm config get registry", then start again.',
  ],
];

/**
 * The one sentence for a failure that a person can mend, or null when the cause is not one we know.
 * @param {string} output what the failed program or error said
 * @param {string} place the folder that was being written
 * @returns {string | null}
 */
export function explainFailure(output, place) {
  const known = knownCauses.find(([pattern]) => pattern.test(output));
  return known ? known[1](place) : null;
}
