import { fireEvent, render, screen, waitFor } from '@testing-library/react-native';
import { LanguageCard } from '@/features/settings/language-card';
import { AppFrame } from '@/testing/app-frame';
import { answerWith } from '@/testing/api-double';
import { DEVICE } from '@/testing/whole-copy';
import { useOpenedBy } from './use-opened-by';

jest.mock('expo-localization', () => ({
  getLocales: () => [{ languageTag: 'de-AT', languageCode: 'de' }],
  getCalendars: () => [{ uses24hourClock: true }],
}));
jest.mock('expo-notifications', () => ({
  AndroidImportance: { DEFAULT: 3, HIGH: 4 },
  setNotificationHandler: () => undefined,
  useLastNotificationResponse: () => null,
  getPermissionsAsync: async () => ({ granted: true }),
  setNotificationChannelAsync: async () => undefined,
  setNotificationCategoryAsync: async () => undefined,
  getDevicePushTokenAsync: async () => ({ type: 'android', data: 'token-of-this-phone' }),
}));

function Phone() {
  useOpenedBy();
  return <LanguageCard />;
}

it('the phone says at each start, and when it is changed, in which language messages are to come', async () => {
  const heard = answerWith({ 'POST /api/v1/me/devices': [201, DEVICE] });
  await render(
    <AppFrame>
      <Phone />
    </AppFrame>,
  );
  await waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]?.body).toMatchObject({ language: 'de-AT', hours24: true });
  await fireEvent.press(screen.getByTestId('language-ar'));
  await waitFor(() => expect(heard).toHaveLength(2));
  // the device that it is already, and the language alone: the phone's region does not speak it
  expect(heard[1]?.body).toMatchObject({ id: DEVICE.id, language: 'ar' });
});
