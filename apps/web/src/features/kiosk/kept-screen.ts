import { KioskScreen } from '@vaktplan/contracts/http/kiosk';

const key = 'vaktplan.kiosk.screen';

/** The screen as last seen, so that a tablet which starts without a network has its names; forgotten with the enrolment. */
export const keptScreen = {
  read(): KioskScreen | undefined {
    try {
      return KioskScreen.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data;
    } catch {
      return undefined;
    }
  },
  write(screen: KioskScreen): void {
    try {
      localStorage.setItem(key, JSON.stringify(screen));
    } catch {
      // no room: then it starts only with a network
    }
  },
  forget: (): void => localStorage.removeItem(key),
};
