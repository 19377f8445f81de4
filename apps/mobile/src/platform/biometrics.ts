import * as LocalAuthentication from 'expo-local-authentication';

/** Can this phone ask for a fingerprint, a face or its own code? */
export async function canUnlock(): Promise<boolean> {
  return (await LocalAuthentication.getEnrolledLevelAsync()) !== LocalAuthentication.SecurityLevel.NONE;
}

/** Asks for it; the phone's own code serves whoever cannot use the other. */
export async function unlock(prompt: string): Promise<boolean> {
  const answer = await LocalAuthentication.authenticateAsync({ promptMessage: prompt });
  return answer.success;
}
