import { getRandomBytes } from 'expo-crypto';
import { v7 } from 'uuid';

/** A UUIDv7: in the order of its making. Hermes has no random source of its own. */
export const newId = (): string => v7({ random: getRandomBytes(16) });
