import { accessToken } from '#auth-impl';
import { send, type Answer } from './http';

/** Requests in the name of whoever is signed in; `path` begins with `/api/v1`. */
export const api = {
  /** @throws when the network gave no answer */
  async request(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer> {
    return send(method, path, { body, token: await accessToken(), ...(headers && { headers }) });
  },
};
