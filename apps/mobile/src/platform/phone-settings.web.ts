/** A page cannot open the browser's settings: people are told where they are. */
export const openPhoneSettings: (() => Promise<void>) | null = null;
