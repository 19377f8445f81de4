import { FieldError, type ErrorCode } from '@vaktplan/contracts/errors';
import * as z from 'zod';

/** `offline`: nothing came back. `unreadable`: something came back that is not what the contract says. */
export type ProblemCode = ErrorCode | 'offline' | 'unreadable';

const Body = z.object({
  code: z.string(),
  title: z.string().default(''),
  detail: z.string().default(''),
  errors: z.array(FieldError).default([]),
  correlationId: z.string().optional(),
  current: z.unknown().optional(),
});

type Fields = {
  status: number;
  code: ProblemCode;
  title: string;
  detail: string;
  errors?: FieldError[];
  correlationId?: string;
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
    this.current = fields.current;
  }
}

/** Reads a non-2xx answer; one that is no problem+json becomes `unreadable`. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const correlationId = response.headers.get('x-correlation-id') ?? undefined;
  const body = Body.safeParse(await response.json().catch(() => undefined));
  if (!body.success) return unreadable(response.status, correlationId);
  const { code, ...rest } = body.data;
  return new ApiProblem({ status: response.status, correlationId, ...rest, code: code as ProblemCode });
}

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
