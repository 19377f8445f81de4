/** `refused`: the system will not ask again. */
export type Leave = 'granted' | 'askable' | 'refused';
/** What the system answers. */
export type Permission = { status: string; granted: boolean; canAskAgain: boolean };

/** May this app use it? A browser says that one may ask again, and then does not ask. */
export function leaveOf({ status, granted, canAskAgain }: Permission, isBrowser: boolean): Leave {
  if (granted) return 'granted';
  return status === 'denied' && (isBrowser || !canAskAgain) ? 'refused' : 'askable';
}
