import { cleanUpHandler } from './clean-up.handler.ts';
import { closeForgottenEntriesHandler } from './close-forgotten-entries.handler.ts';
import { approveAutomaticallyHandler } from './approve-automatically.handler.ts';
import { keepEventsHandler } from './keep-events.handler.ts';
import { sealEventsHandler } from './seal-events.handler.ts';
import { verifyAuditHandler } from './verify-audit.handler.ts';
import { forgetOutdatedHandler } from './forget-outdated.handler.ts';
import { relockPayPeriodsHandler } from './relock-pay-periods.handler.ts';
import type { Handlers } from './handler.ts';
import { notifyPublicationHandler } from './notify-publication.handler.ts';
import { remindUpcomingShiftsHandler } from './remind-upcoming-shifts.handler.ts';
import { remindStartingShiftsHandler } from './remind-starting-shifts.handler.ts';
import { rejudgeHoursHandler } from './rejudge-hours.handler.ts';
import { sendInvitationHandler } from './send-invitation.handler.ts';
import { sendPushHandler } from './send-push.handler.ts';
import { sendShiftNotificationHandler } from './send-shift-notification.handler.ts';
import { sweepFilesHandler } from './sweep-files.handler.ts';
import { syncSchedulersHandler } from './sync-schedulers.handler.ts';

/** Every job of the catalogue and who does it: one that is missing here does not compile. */
export const handlers = {
  'approve-automatically': approveAutomaticallyHandler,
  'clean-up': cleanUpHandler,
  'close-forgotten-entries': closeForgottenEntriesHandler,
  'forget-outdated': forgetOutdatedHandler,
  'keep-events': keepEventsHandler,
  'relock-pay-periods': relockPayPeriodsHandler,
  'notify-publication': notifyPublicationHandler,
  'remind-upcoming-shifts': remindUpcomingShiftsHandler,
  'rejudge-hours': rejudgeHoursHandler,
  'seal-events': sealEventsHandler,
  'remind-starting-shifts': remindStartingShiftsHandler,
  'send-invitation': sendInvitationHandler,
  'send-push': sendPushHandler,
  'send-shift-notification': sendShiftNotificationHandler,
  'sweep-files': sweepFilesHandler,
  'sync-schedulers': syncSchedulersHandler,
  'verify-audit': verifyAuditHandler,
} satisfies Handlers;
