import { requireOptionalNativeModule } from 'expo';
import { newId } from './new-id';

/** modules/boot-clock. Not there on the web and in Expo Go. */
type BootClock = {
  /** Milliseconds since the phone was started, sleep included; nobody can set it. */
  elapsedMs(): number;
  /** A UUID that is another one after each start of the phone. */
  bootId(): string;
};
const native = requireOptionalNativeModule<BootClock>('BootClock');
// without the module: the life of this process is the boot
const processId = newId();

export const deviceClock = {
  /** What the phone says the time is; people can set it. */
  wall: (): number => Date.now(),
  mono: (): number => (native ? native.elapsedMs() : performance.now()),
  bootId: (): string => (native ? native.bootId() : processId),
  timeZone: (): string => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
