export { DevicesScreen as default } from '@/features/me/devices-screen';
