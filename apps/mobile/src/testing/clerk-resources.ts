export const USER = {
  id: 'user_kari',
  email: 'kari@vaktplan.test',
  phone: '+4512345678',
  password: 'secret',
  /** What the authenticator app shows. */
  code: '123456',
  backupCode: 'k4x9m2pq',
};

/** A user as Clerk's Frontend API tells of one. */
export const person = (organizations: readonly string[]) => ({
  object: 'user',
  id: USER.id,
  first_name: 'Kari',
  last_name: 'Holm',
  primary_email_address_id: 'idn_1',
  email_addresses: [
    { object: 'email_address', id: 'idn_1', email_address: USER.email, verification: null, linked_to: [] },
  ],
  phone_numbers: [],
  web3_wallets: [],
  external_accounts: [],
  enterprise_accounts: [],
  passkeys: [],
  organization_memberships: organizations.map((id) => ({
    object: 'organization_membership',
    id: `mem_${id}`,
    role: 'org:member',
    permissions: [],
    public_metadata: {},
    public_user_data: { user_id: USER.id, identifier: USER.email },
    organization: {
      object: 'organization',
      id,
      name: 'Café Nord',
      slug: 'nord',
      public_metadata: {},
      created_at: 0,
      updated_at: 0,
    },
    created_at: 0,
    updated_at: 0,
  })),
  public_metadata: {},
  unsafe_metadata: {},
  created_at: 0,
  updated_at: 0,
});

/** What an instance says of its settings. */
export const environment = {
  object: 'environment',
  id: 'env_1',
  auth_config: {
    object: 'auth_config',
    id: 'aac_1',
    single_session_mode: true,
    url_based_session_syncing: false,
    reverification: false,
  },
  display_config: {
    object: 'display_config',
    id: 'dc_1',
    instance_environment_type: 'development',
    application_name: 'Vaktplan',
    captcha_public_key: null,
  },
  user_settings: {
    attributes: {},
    social: {},
    sign_in: { second_factor: { required: false } },
    sign_up: {},
    actions: {},
    password_settings: {},
    passkey_settings: {},
    username_settings: {},
    saml: { enabled: false },
    enterprise_sso: { enabled: false },
  },
  organization_settings: {
    enabled: true,
    max_allowed_memberships: 5,
    force_organization_selection: false,
    actions: { admin_delete: true },
    domains: { enabled: false, enrollment_modes: [], default_role: null },
  },
  commerce_settings: {
    billing: {
      stripe_publishable_key: null,
      organization: { enabled: false, has_paid_plans: false },
      user: { enabled: false, has_paid_plans: false },
    },
  },
  api_keys_settings: {},
  maintenance_mode: false,
};
