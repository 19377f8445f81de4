import { reloadAsync } from 'expo-updates';
import { I18nManager } from 'react-native';

/** Turns the app to read from the other side, which needs a new start of it. */
export function turnDirection(direction: 'ltr' | 'rtl'): void {
  const isRtl = direction === 'rtl';
  if (I18nManager.isRTL === isRtl) return;
  I18nManager.allowRTL(isRtl);
  I18nManager.forceRTL(isRtl);
  // a development build cannot restart itself; the direction holds from the next start then
  reloadAsync().catch(() => undefined);
}
