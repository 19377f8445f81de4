import type { Page } from 'playwright-core';

const MINUTE = 60_000;

/** A reader for fingers as the phone has one, before which the right or a wrong one lies. */
export async function fingerprintReader(
  page: Page,
): Promise<{ is: (finger: 'right' | 'wrong') => Promise<void> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    is: async (finger) => {
      const isUserVerified = finger === 'right';
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
  };
}

/** The app goes to the background and comes back that many minutes later. */
export async function leaveFor(page: Page, minutes: number): Promise<void> {
  await page.evaluate((ms) => {
    const show = (state: DocumentVisibilityState) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    show('hidden');
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
    show('visible');
    Date.now = now;
  }, minutes * MINUTE);
}
