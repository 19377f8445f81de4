import { HttpException } from '@nestjs/common';
import { AppError, type ErrorCode } from '@vaktplan/contracts/errors';
import { sqlError } from '@vaktplan/db/database';

const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_NOT_FOUND: 'not_found',
};

const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'bad_request',
  413: 'body_too_large',
  414: 'bad_request',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

// connection lost or refused, the server starting or stopping, a statement or lock that took too long, no free connection,
// no room on its disk (53, 58), rolled back in favour of another (40)
const SQL_UNAVAILABLE = /^(08|40|53|57P0|57014|55P03|25P03|58)/;
const SYSTEM_UNAVAILABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EMFILE|ENFILE)$/;
const PG_UNAVAILABLE =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable/;

/** Text that Postgres cannot hold: a NUL character. */
const SQL_UNSTORABLE = /^(22021|22P05)$/;

const isUnavailable = (error: Error): boolean => {
  const state = sqlError(error)?.state;
  if (state !== undefined) return SQL_UNAVAILABLE.test(state);
  const { code } = error as { code?: unknown };
  return SYSTEM_UNAVAILABLE.test(String(code)) || PG_UNAVAILABLE.test(error.message);
};

/** What any thrown thing is to the outside. Our own errors pass; the framework's get our code; the rest is `internal`. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error)) return new AppError('internal', { cause: thrown });
  const fastifyCode = FASTIFY_CODES[String((thrown as { code?: unknown }).code)];
  if (fastifyCode) return new AppError(fastifyCode, { cause: thrown });
  if (SQL_UNSTORABLE.test(sqlError(thrown)?.state ?? '')) {
    return new AppError('validation_failed', { cause: thrown });
  }
  for (
    let error: unknown = thrown, depth = 0;
    error instanceof Error && depth < 4;
    error = error.cause, depth++
  ) {
    if (isUnavailable(error)) return new AppError('unavailable', { cause: thrown });
  }
  const status =
    thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: unknown }).statusCode;
  const known = typeof status === 'number' ? STATUS_CODES[status] : undefined;
  return new AppError(known ?? 'internal', { cause: thrown });
}
