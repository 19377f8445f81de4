export { HoursScreen as default } from '@/features/hours/hours-screen';
