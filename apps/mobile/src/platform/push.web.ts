import type { PushOutcome, PushWords } from './push';

/** The web build is for tests and for looking at: it gets no messages. */
export const pushDevice = { id: (): string | null => null, isPossible: false, isWanted: () => false };
export const turnPushOn = async (_words: PushWords): Promise<PushOutcome> => 'refused';
export const refreshPush = async (_words: PushWords): Promise<void> => undefined;
export const turnPushOff = async (): Promise<void> => undefined;
export const leavePush = async (): Promise<void> => undefined;
