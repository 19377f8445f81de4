import * as Notifications from 'expo-notifications';
import { router } from 'expo-router';
import { useEffect } from 'react';
import { refreshPush } from '@/platform/push';
import { openedBy, routeOf } from './opened-by';
import { usePushWords } from './use-push-words';

// a message that comes while the app is open is shown too
Notifications.setNotificationHandler({
  handleNotification: async () => ({
    shouldShowBanner: true,
    shouldShowList: true,
    shouldPlaySound: false,
    shouldSetBadge: false,
  }),
});

/** Follows what a tapped message asks for, also when it started the app, and keeps the push token fresh. */
export function useOpenedBy(): void {
  const words = usePushWords();
  const response = Notifications.useLastNotificationResponse();
  useEffect(() => {
    void refreshPush(words);
  }, [words]);
  useEffect(() => {
    if (!response) return;
    const { punch, link } = openedBy(response.actionIdentifier, response.notification.request.content.data);
    Notifications.clearLastNotificationResponse();
    if (punch) router.navigate({ pathname: '/', params: { punch: 'in' } });
    else router.navigate(routeOf(link));
  }, [response]);
}
