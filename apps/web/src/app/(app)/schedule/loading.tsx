import { ScheduleLoading } from '@/features/schedule/schedule-loading';

export default function Loading() {
  return <ScheduleLoading />;
}
