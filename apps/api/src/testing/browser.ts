import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { TestApp } from './create-test-app.ts';

/** Speaks to the application as a browser behind the BFF does: keeps the cookies, sends the origin. */
export function createBrowser(app: TestApp) {
  const cookies = new Map<string, string>();
  const origin = app.services.env.PUBLIC_WEB_URL;

  const send = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      ...options,
      headers: { origin, ...(cookie && { cookie }), ...options.headers },
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    }
    return answer;
  };
  const token = async (): Promise<string | undefined> => {
    const answer = await send({ url: '/auth/token' });
    return answer.statusCode === 200 ? answer.json<{ token: string }>().token : undefined;
  };
  return {
    send,
    post: (url: string, payload: object) => send({ method: 'POST', url, payload }),
    /** A fresh token of the session, if there is one. */
    token,
    /** Calls the API with a fresh token, as the BFF does. */
    call: async (options: InjectOptions) => {
      const authorization = `Bearer ${await token()}`;
      return app.inject({ ...options, headers: { authorization, ...options.headers } });
    },
  };
}
