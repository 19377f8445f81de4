import * as z from 'zod';
import { Id, Instant, listOf, Name } from '../primitives.ts';

export const DevicePlatform = z.enum(['ios', 'android', 'web']);
export const PushProvider = z.enum(['fcm', 'apns']);
export type PushProvider = z.infer<typeof PushProvider>;

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** A phone of the signed-in person. Registered again with the same token it is the same device, seen just now. */
export const RegisterDeviceSchema = z
  .strictObject({
    platform: DevicePlatform,
    /** Such as "Kari's Pixel 9". */
    name: Name,
    appVersion: z.string().trim().min(1).max(40),
    /** Left out or null: it is listed, and nothing is sent to it. A token that somebody else had is theirs no more. */
    push: z
      .strictObject({
        provider: PushProvider,
        token: z
          .string()
          .min(8)
          .max(4096)
          .regex(/^[\w:.~%+/=-]+$/, 'Not a push token'),
      })
      .nullish(),
    /** BCP 47, such as `da-DK`: what comes by push is in these words, in English if there are none or it is left out. */
    language: z.string().min(2).max(35).refine(isLanguageTag, 'Not a language tag, such as da-DK').optional(),
    /** Does it show 24 hours? Left out: as the language does. */
    hours24: z.boolean().optional(),
    /** The device's own id, if it was registered before: a new token replaces the old one. */
    id: Id.optional(),
  })
  .meta({ id: 'RegisterDevice' });
export type RegisterDevice = z.infer<typeof RegisterDeviceSchema>;

/** The token itself never comes back. */
export const DeviceView = z
  .object({
    id: Id,
    platform: DevicePlatform,
    name: z.string(),
    appVersion: z.string().nullable(),
    provider: PushProvider.nullable(),
    lastSeenAt: Instant,
    createdAt: Instant,
  })
  .meta({ id: 'Device' });
export type DeviceView = z.infer<typeof DeviceView>;
export const DeviceList = listOf(DeviceView).meta({ id: 'DeviceList' });
export type DeviceList = z.infer<typeof DeviceList>;
