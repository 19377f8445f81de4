'use client';
import { Spinner } from '@vaktplan/ui';
import { useWords } from '../../lib/words';
import { EnrollForm } from './enroll-form';
import { KioskFrame } from './kiosk-frame';
import { KioskScreens } from './kiosk-screens';
import { useTaps } from './tap-queue';
import { useKiosk } from './use-kiosk';

/** The shared tablet: enrolment at first, then the clock for everybody of the place. */
export function Kiosk() {
  const t = useWords('kiosk');
  const app = useWords('app');
  const kiosk = useKiosk();
  const waiting = useTaps().filter((tap) => tap.state === 'saved').length;
  if (kiosk.status === 'enrol') {
    return (
      <KioskFrame kiosk={kiosk}>
        <EnrollForm waiting={waiting} onEnrolled={() => void kiosk.look().then(kiosk.send)} />
      </KioskFrame>
    );
  }
  if (!kiosk.screen) {
    return (
      <KioskFrame kiosk={kiosk}>
        <div className="grid flex-1 place-items-center p-6" role="status">
          {kiosk.status === 'failed' ? (
            <p className="max-w-sm text-center text-muted">{t('noConnectionYet')}</p>
          ) : (
            <Spinner className="size-6 text-muted" aria-label={app('loading')} />
          )}
        </div>
      </KioskFrame>
    );
  }
  return (
    <KioskFrame kiosk={kiosk}>
      <KioskScreens kiosk={kiosk} screen={kiosk.screen} />
    </KioskFrame>
  );
}
