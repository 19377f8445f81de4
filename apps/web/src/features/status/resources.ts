import { getFailedJobsStatusUrl, getSchedulesStatusUrl, getStatusStatusUrl } from '@vaktplan/api-client';
import { FailedJobList, JobScheduleList, StatusView } from '@vaktplan/contracts/http/status';
import { resource } from '@/lib/resource';

export const statusResource = resource(getStatusStatusUrl(), StatusView);
export const failedJobsResource = resource(getFailedJobsStatusUrl(), FailedJobList);
export const schedulesResource = resource(getSchedulesStatusUrl(), JobScheduleList);
