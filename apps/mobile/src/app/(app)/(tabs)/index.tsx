export { HomeScreen as default } from '@/features/clock/home-screen';
