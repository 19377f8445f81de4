/** A browser runs nothing for a page that is closed. */
export const registerDrain = async (): Promise<void> => undefined;
export const unregisterDrain = async (): Promise<void> => undefined;
