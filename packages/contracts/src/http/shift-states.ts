/** draft: never published. published: employees see exactly this. changed: they see an older copy. deleted: gone when published. */
export const SHIFT_STATES = ['draft', 'published', 'changed', 'deleted'] as const;
