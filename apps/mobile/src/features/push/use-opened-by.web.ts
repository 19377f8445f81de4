/** The web build gets no messages. */
export function useOpenedBy(): void {}
