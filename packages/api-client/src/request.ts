import type { Problem } from './generated/api.ts';

/** An error answer of the API; `problem` is missing when the answer was not one of its own. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;
  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `the API answered ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

export type ApiClientOptions = {
  /** Origin of the API or of what stands before it. */
  baseUrl: string;
  /** A bearer token for the next request; without one it goes out unsigned. */
  token?: () => Promise<string | undefined>;
};

let options: ApiClientOptions = { baseUrl: '' };

/** Sets where requests go and who makes them. Call once, before the first request. */
export const configureApiClient = (given: ApiClientOptions): void => {
  options = given;
};

/** Sends one request of the generated client. @throws ApiError */
export const request = async <T>(url: string, init: RequestInit): Promise<T> => {
  const headers = new Headers(init.headers);
  const token = await options.token?.();
  if (token) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(options.baseUrl + url, { ...init, headers });
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(response.status, body as Problem | undefined);
  return body as T;
};
