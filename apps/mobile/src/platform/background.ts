// The background task of the sync engine has to be known before the first screen.
export {};
