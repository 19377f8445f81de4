/** One message for one phone. Texts are shown on a locked screen. */
export type PushMessage = {
  title: string;
  body: string;
  /** For the app that is opened by it. */
  data: Readonly<Record<string, string>>;
  /** A later message with the same id takes the place of the earlier one, and a repeat is shown once. 64 bytes at most count. */
  collapseId: string;
  /** Names the buttons under the message, which the app has declared. */
  category?: string;
  /** Comes through where a person has asked not to be disturbed; all others are shown at once where they have not. */
  urgent: boolean;
  /** Seconds since the epoch: not shown after that. */
  expiresAt: number;
};

export type PushProvider = 'fcm' | 'apns';
export type PushTarget = { provider: PushProvider; token: string };

/**
 * Sends one message to one phone.
 * @throws PushTokenGone when the phone is no longer there; PushRefused if the message will never be taken;
 * RetryableError or BreakerOpenError if it may be later
 */
export type PushTransport = (target: PushTarget, message: PushMessage) => Promise<void>;

/** The token names no phone (any more): forget it. */
export class PushTokenGone extends Error {
  /** Milliseconds since the epoch from which the service knew it; a token that was registered later stands. */
  readonly since: number | undefined;
  constructor(reason: string, since?: number) {
    super(`push token gone: ${reason}`);
    this.name = 'PushTokenGone';
    this.since = since;
  }
}

/** The message or our right to send it was refused for good: trying again is useless. */
export class PushRefused extends Error {
  constructor(reason: string) {
    super(`push refused: ${reason}`);
    this.name = 'PushRefused';
  }
}

/** What both services take at most is 4096 bytes with everything; texts are cut so that it always fits. */
const TITLE_BYTES = 240;
const BODY_BYTES = 1400;

/** The message as it may leave. */
export const fitMessage = (message: PushMessage): PushMessage => ({
  ...message,
  title: fitText(message.title, TITLE_BYTES),
  body: fitText(message.body, BODY_BYTES),
  collapseId: message.collapseId.slice(0, 64),
});

/** The text within so many bytes of UTF-8, cut between characters with an ellipsis. */
export function fitText(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let kept = '';
  let bytes = Buffer.byteLength('…');
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) break;
    kept += segment;
  }
  return `${kept}…`;
}
