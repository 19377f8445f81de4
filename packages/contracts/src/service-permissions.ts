/** What our own services may do to each other; a closed list, as people's permissions are. */
export const SERVICE_PERMISSIONS = ['read:health', 'read:metrics', 'read:employees', 'read:reports'] as const;
export type ServicePermission = (typeof SERVICE_PERMISSIONS)[number];

/** The services that may call, and the most that a token of each can hold, whoever signed it. */
export const SERVICES: Readonly<Record<string, readonly ServicePermission[]>> = {
  worker: ['read:health', 'read:employees', 'read:reports'],
  web: ['read:health'],
  gateway: ['read:health'],
  prometheus: ['read:metrics'],
};

export const isServicePermission = (text: string): text is ServicePermission =>
  (SERVICE_PERMISSIONS as readonly string[]).includes(text);
