import { Linking } from 'react-native';

/** Opens what the phone's settings say of this app. Null where there are none, as in a browser. */
export const openPhoneSettings: (() => Promise<void>) | null = () => Linking.openSettings();
