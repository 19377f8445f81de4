import * as z from 'zod';

// What of Clerk's events we read; they hold much more.
const Address = z.object({
  id: z.string(),
  email_address: z.string(),
  verification: z.object({ status: z.string() }).nullish(),
});
export const ClerkUser = z.object({
  id: z.string(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  primary_email_address_id: z.string().nullish(),
  email_addresses: z.array(Address),
  /** Milliseconds since the epoch. */
  updated_at: z.number(),
});
export type ClerkUser = z.infer<typeof ClerkUser>;

export const ClerkDeleted = z.object({ id: z.string() });
export const ClerkMembership = z.object({
  role: z.string(),
  organization: z.object({ id: z.string() }),
  public_user_data: z.object({ user_id: z.string() }),
});

export type Profile = { externalId: string; name: string; email: string; updatedAt: Date };

/** The person of an event; undefined without a verified address, since addresses join people to accounts. */
export function profileOf(user: ClerkUser): Profile | undefined {
  const verified = user.email_addresses.filter((one) => one.verification?.status === 'verified');
  const address = verified.find((one) => one.id === user.primary_email_address_id) ?? verified[0];
  if (!address) return undefined;
  const email = address.email_address.toLowerCase();
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ') || email;
  return { externalId: user.id, name, email, updatedAt: new Date(user.updated_at) };
}
