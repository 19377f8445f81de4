import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import * as z from 'zod';
import { createApns } from './apns.ts';
import { createFcm } from './fcm.ts';
import { ServiceAccount } from './fcm-credentials.ts';
import { createPushFolder } from './folder.ts';
import { PushRefused, type PushProvider, type PushTransport } from './push-message.ts';

const account = z
  .string()
  .transform((text, context) => {
    try {
      return ServiceAccount.parse(JSON.parse(text.trim().startsWith('{') ? text : atob(text)));
    } catch {
      // the text holds a private key: nothing of it may be repeated
      context.addIssue({ code: 'custom', message: 'not the JSON of a service account, plain or in base64' });
      return z.NEVER;
    }
  })
  .optional();

/** The variables of the push services, to be spread into a process's environment schema. */
export const pushEnv = {
  FCM_SERVICE_ACCOUNT: account.describe('the JSON of a Google service account, or the same in base64'),
  FCM_BASE_URL: z.url().optional().describe('only to send to another address than Google’s own'),
  APNS_KEY: z.string().optional().describe('Apple’s .p8 key, its text'),
  APNS_KEY_ID: z.string().optional(),
  APNS_TEAM_ID: z.string().optional(),
  APNS_TOPIC: z.string().optional().describe('the app’s bundle id'),
  APNS_BASE_URL: z.url().optional().describe('https://api.sandbox.push.apple.com for development builds'),
  PUSH_DIR: z.string().optional().describe('a folder for messages that are not sent'),
};
const PushEnv = z.object(pushEnv);

export type ChosenPush = { kind: string; send: PushTransport; close: () => void };

/**
 * FCM and APNs, each if its account is set; with neither the folder, and without one the log: nothing needs an account.
 * @throws Error naming the variables of Apple's that are missing
 */
export function choosePush(
  env: z.output<typeof PushEnv>,
  watch: { log?: Logger; metrics?: Metrics } = {},
): ChosenPush {
  const fcm = env.FCM_SERVICE_ACCOUNT && {
    ...createFcm({
      account: env.FCM_SERVICE_ACCOUNT,
      ...(env.FCM_BASE_URL && { baseUrl: env.FCM_BASE_URL }),
      ...watch,
    }),
  };
  const apns = appleOf(env, watch);
  if (!fcm && !apns) return standIn(env.PUSH_DIR, watch.log);
  const services: Partial<Record<PushProvider, typeof fcm | typeof apns>> = { fcm, apns };
  return {
    kind: [fcm && 'fcm', apns && 'apns'].filter(Boolean).join('+'),
    send: async ({ provider, token }, message) => {
      const service = services[provider];
      if (!service) throw new PushRefused(`${provider} is not set up`);
      await service.send(token, message);
    },
    close: () => {
      fcm?.close();
      apns?.close();
    },
  };
}

function appleOf(env: z.output<typeof PushEnv>, watch: { log?: Logger; metrics?: Metrics }) {
  const { APNS_KEY: key, APNS_KEY_ID: keyId, APNS_TEAM_ID: teamId, APNS_TOPIC: topic } = env;
  if (key === undefined) return undefined;
  if (keyId === undefined || teamId === undefined || topic === undefined)
    throw new Error('APNS_KEY needs APNS_KEY_ID, APNS_TEAM_ID and APNS_TOPIC beside it');
  const { APNS_BASE_URL: baseUrl } = env;
  return createApns({ key, keyId, teamId, topic, ...(baseUrl && { baseUrl }), ...watch });
}

const standIn = (dir: string | undefined, log: Logger | undefined): ChosenPush =>
  dir === undefined
    ? {
        kind: 'log',
        send: async ({ provider }, { collapseId }) =>
          log?.info({ provider, collapseId }, 'push message, not sent: no service is set up'),
        close: () => undefined,
      }
    : { kind: 'folder', send: createPushFolder(dir), close: () => undefined };
