import type { FieldError, ErrorCode } from '@vaktplan/contracts/errors';

/** `offline`: nothing came back. `unreadable`: something came back that is not what the contract says. */
export type ProblemCode = ErrorCode | 'offline' | 'unreadable';

type Fields = {
  status: number;
  code: ProblemCode;
  title: string;
  detail: string;
  errors?: FieldError[];
  correlationId?: string;
  /** The code of the sign-in service, where its sentence stands in `detail`. */
  said?: string | undefined;
  /** The newer view, when `code` is `version_conflict`. */
  current?: unknown;
};

/** A failed request, as the screen needs it: `detail` is for people, `code` for decisions. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly correlationId: string | undefined;
  readonly said: string | undefined;
  readonly current: unknown;
  constructor(fields: Fields) {
    super(fields.detail);
    this.name = 'ApiProblem';
    this.status = fields.status;
    this.code = fields.code;
    this.title = fields.title;
    this.detail = fields.detail;
    this.errors = fields.errors ?? [];
    this.correlationId = fields.correlationId;
    this.said = fields.said;
    this.current = fields.current;
  }
}

/** Reads a non-2xx answer; one that is no problem+json becomes `unreadable`. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const correlationId = response.headers.get('x-correlation-id') ?? undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (!isRecord(body) || typeof body.code !== 'string') return unreadable(response.status, correlationId);
  return new ApiProblem({
    status: response.status,
    code: body.code as ProblemCode,
    title: textOf(body.title) ?? '',
    detail: textOf(body.detail) ?? '',
    errors: Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
    correlationId: textOf(body.correlationId) ?? correlationId,
    current: body.current,
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string';

export function unreadable(status: number, correlationId?: string): ApiProblem {
  return new ApiProblem({
    status,
    code: 'unreadable',
    title: 'Unexpected answer',
    detail: 'The server answered in a way this page does not understand. Reload the page.',
    correlationId,
  });
}

export const offline = (): ApiProblem =>
  new ApiProblem({
    status: 0,
    code: 'offline',
    title: 'No connection',
    detail: 'The server could not be reached. Check your connection and try again.',
  });

/** Any thrown thing as a problem, for showing. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : unreadable(0);
