import * as Device from 'expo-device';
import * as Notifications from 'expo-notifications';
import { Platform } from 'react-native';
import Constants from 'expo-constants';
import { DeviceView } from '@vaktplan/contracts/http/devices';
import { api } from './api';
import { kv } from './kv';

const ID = 'push.device';
const OFF = 'push.off';

/** What the phone calls its channels and its button, and what language messages are to come in. */
export type PushWords = {
  general: string;
  urgent: string;
  clockIn: string;
  /** BCP 47. */
  language: string;
  /** Undefined: the phone does not say. */
  hours24: boolean | undefined;
};
export type PushOutcome = 'on' | 'refused' | 'later';

export const pushDevice = {
  /** The server's id of this phone, once it is registered. */
  id: (): string | null => kv.get(ID),
  isPossible: true,
  isWanted: (): boolean => kv.get(OFF) === null,
};

/** Asks the phone for leave and tells the server where messages for it go. Never throws; `later`: no network. */
export async function turnPushOn(words: PushWords): Promise<PushOutcome> {
  kv.remove(OFF);
  await declare(words);
  const { granted } = await Notifications.requestPermissionsAsync();
  return granted ? tellServer(words) : 'refused';
}

/** The same without asking, at each start and in each new language: tokens change too. */
export async function refreshPush(words: PushWords): Promise<void> {
  if (!pushDevice.isWanted()) return;
  const { granted } = await Notifications.getPermissionsAsync();
  if (!granted) return;
  await declare(words);
  await tellServer(words);
}

/** No more messages here; what the server cannot be told now, it learns when a message does not arrive. */
export async function turnPushOff(): Promise<void> {
  const id = kv.get(ID);
  kv.set(OFF, 'off');
  kv.remove(ID);
  if (id) await api.request('DELETE', `/api/v1/me/devices/${id}`).catch(() => undefined);
}

/** Before signing out: what comes is not for whoever signs in next. Another person on this phone decides anew. */
export async function leavePush(): Promise<void> {
  const wanted = pushDevice.isWanted();
  await turnPushOff();
  if (wanted) kv.remove(OFF);
}

async function declare({ general, urgent, clockIn }: PushWords): Promise<void> {
  if (Platform.OS === 'android') {
    const { DEFAULT, HIGH } = Notifications.AndroidImportance;
    await Notifications.setNotificationChannelAsync('default', { name: general, importance: DEFAULT });
    await Notifications.setNotificationChannelAsync('urgent', { name: urgent, importance: HIGH });
  }
  await Notifications.setNotificationCategoryAsync('clock_in', [
    { identifier: 'clock_in', buttonTitle: clockIn, options: { opensAppToForeground: true } },
  ]);
}

async function tellServer({ language, hours24 }: PushWords): Promise<PushOutcome> {
  try {
    const token = await Notifications.getDevicePushTokenAsync();
    const known = kv.get(ID);
    const answer = await api.request('POST', '/api/v1/me/devices', {
      platform: Platform.OS === 'ios' ? 'ios' : 'android',
      name: Device.deviceName ?? Device.modelName ?? Platform.OS,
      appVersion: Constants.expoConfig?.version ?? '0',
      push: { provider: Platform.OS === 'ios' ? 'apns' : 'fcm', token: String(token.data) },
      language,
      ...(hours24 !== undefined && { hours24 }),
      ...(known && { id: known }),
    });
    const device = DeviceView.safeParse(answer.body).data;
    if (!device) return 'later';
    kv.set(ID, device.id);
    return 'on';
  } catch {
    return 'later';
  }
}
