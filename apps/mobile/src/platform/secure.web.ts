/** A browser has no keychain: these live as long as the tab. */
export const secure = {
  get: async (key: string): Promise<string | null> => sessionStorage.getItem(key),
  set: async (key: string, value: string): Promise<void> => sessionStorage.setItem(key, value),
  remove: async (key: string): Promise<void> => sessionStorage.removeItem(key),
};
