import * as z from 'zod';
import { Email, Id, Name, Zone, Currency } from '../primitives.ts';
import { Permission, RoleGrant } from '../permissions.ts';

/** Who is signed in, for the shell of web and mobile. */
export const MeView = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: Email }),
    organization: z.object({
      id: Id,
      name: z.string(),
      zone: Zone,
      currency: Currency,
      locale: z.string(),
      weekStart: z.int().min(1).max(7),
    }),
    employeeId: Id.nullable(),
    grants: z.array(RoleGrant),
    permissions: z.array(Permission),
    locations: z.array(z.object({ id: Id, name: Name, zone: Zone })),
    /** Other organisations this account can switch to. */
    organizations: z.array(z.object({ id: Id, name: z.string() })),
    /** Local mode: shows the developer menu. */
    developer: z.boolean(),
  })
  .meta({ id: 'Me' });
export type MeView = z.infer<typeof MeView>;

/** Short-lived; good for one socket connection. */
export const RealtimeTicket = z
  .object({ ticket: z.string(), url: z.url(), expiresAt: z.iso.datetime() })
  .meta({ id: 'RealtimeTicket' });
export type RealtimeTicket = z.infer<typeof RealtimeTicket>;

export const SwitchOrganizationSchema = z
  .strictObject({ organizationId: Id })
  .meta({ id: 'SwitchOrganization' });
export type SwitchOrganization = z.infer<typeof SwitchOrganizationSchema>;
