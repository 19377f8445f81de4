/** Phones have their own way back, which knows the direction and says its name in the phone's language. */
export const headerBack = {};
