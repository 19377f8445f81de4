/** Whoever signs out leaves no page of theirs on the device. The tablet's page has nobody's name in it and stays. */
export async function forgetPages(): Promise<void> {
  if (!('caches' in window)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith('vaktplan-offline-'));
  for (const name of names) await (await caches.open(name)).delete('/shifts');
}
