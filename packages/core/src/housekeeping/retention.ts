/** How long the installation keeps what nobody asks for any more. */
export type Retention = {
  /** Whole months of events after the one they happened in; 0: for ever. */
  eventMonths: number;
  /** Notifications that were read, days since then. */
  notificationDays: number;
  /** Answers to idempotency keys. */
  keyHours: number;
  /** What jobs have done. */
  jobRunDays: number;
};

export const DEFAULT_RETENTION: Retention = {
  eventMonths: 60,
  notificationDays: 180,
  keyHours: 24,
  jobRunDays: 30,
};
