/** The phone under the app in tests (`setup.ts`): what outlives the process, and what the app cannot change. */

/** Secrets, with when the system gives them out. */
export const keychain = new Map<string, { value: string; accessible: number | undefined }>();
/** MMKV. */
export const settings = new Map<string, string>();
export const network = { isConnected: true };
/** What the system answers when it is asked for leave, by what for. */
export const permissions = {
  camera: { status: 'undetermined', granted: false, canAskAgain: true },
  place: { status: 'undetermined', granted: false, canAskAgain: true },
};
