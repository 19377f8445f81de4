import { AppError } from '@vaktplan/contracts/errors';

/** Answered with Retry-After. */
export class TooManyRequests extends AppError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('too_many_requests');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
