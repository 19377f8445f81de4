import {
  getAdjustmentsTimesheetsUrl,
  getGetTimesheetsUrl,
  getHistoryPayPeriodsUrl,
  getHistoryTimesheetsUrl,
  getLinesTimesheetsUrl,
  getListPayPeriodsUrl,
  getListRefusedTapsUrl,
  getListSheetHistoryUrl,
  getListCorrectionsUrl,
  getSettingsPayPeriodsUrl,
} from '@vaktplan/api-client';
import { PayPeriodList, TimesheetSettingsView } from '@vaktplan/contracts/http/pay-periods';
import { RefusedTapList } from '@vaktplan/contracts/http/refused-taps';
import { AdjustmentList, CorrectionList, HistoryList } from '@vaktplan/contracts/http/timesheet-corrections';
import { TimesheetLineList, TimesheetView } from '@vaktplan/contracts/http/timesheets';
import { resource } from '@/lib/resource';

export type Days = { startDate: string; endDate: string };
export type LineFilter = Days & { locationId?: string; departmentId?: string };

export const linesResource = (filter: LineFilter) =>
  resource(getLinesTimesheetsUrl(filter), TimesheetLineList);
export const periodsResource = (days: Days) => resource(getListPayPeriodsUrl(days), PayPeriodList);
export const timesheetSettingsResource = resource(getSettingsPayPeriodsUrl(), TimesheetSettingsView);
export const sheetResource = (employeeId: string, date: string) =>
  resource(getGetTimesheetsUrl({ employeeId, date }), TimesheetView);
export const correctionsResource = (days: Days) =>
  resource(getListCorrectionsUrl({ ...days, state: 'proposed' }), CorrectionList);
export const adjustmentsResource = resource(getAdjustmentsTimesheetsUrl(), AdjustmentList);
/** Every step of a whole sheet. */
export const sheetHistoryResource = (sheetId: string) =>
  resource(getListSheetHistoryUrl(sheetId), HistoryList);
export const refusedTapsResource = resource(getListRefusedTapsUrl(), RefusedTapList);
export const historyResource = (lineId: string) => resource(getHistoryTimesheetsUrl(lineId), HistoryList);

export const periodHistoryResource = (periodId: string) =>
  resource(getHistoryPayPeriodsUrl(periodId), HistoryList);

/** Everything that a decision may change, by the first segments of the addresses. */
export const TIMESHEET_KEYS = ['timesheets', 'timesheet-corrections', 'pay-periods', 'refused-taps'] as const;
export const TIMESHEET_SIGNALS = ['timesheet:changed', 'time-entry:updated'] as const;
