// the order matters: what the OS may start without a screen comes before the router
import '@/platform/intl';
import '@/platform/background';
import 'expo-router/entry';
