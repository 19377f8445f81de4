/** A browser has none: the lock cannot be turned on there. */
export const canUnlock = async (): Promise<boolean> => false;
export const unlock = async (_prompt: string): Promise<boolean> => true;
