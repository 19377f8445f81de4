'use client';
import { CameraOff } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useWords } from '../../lib/words';

const widthPx = 640;
const quality = 0.8;

export type CameraState = {
  /** off: not wanted. failed: refused or not there. */
  state: 'off' | 'starting' | 'ready' | 'failed';
  video: RefObject<HTMLVideoElement | null>;
  /** What the camera sees now, as a JPEG; undefined without one. */
  capture: () => Promise<Blob | undefined>;
};

/** The camera at the front, for as long as the component lives. It never keeps anybody from clocking in. */
export function useCamera(wanted: boolean): CameraState {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState['state']>(wanted ? 'starting' : 'off');
  useEffect(() => {
    if (!wanted) return;
    let stream: MediaStream | undefined;
    let over = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const start = async () => {
      try {
        const asked = { video: { facingMode: 'user', width: { ideal: widthPx } }, audio: false };
        stream = await navigator.mediaDevices.getUserMedia(asked);
        if (over || !video.current) return stop();
        video.current.srcObject = stream;
        await video.current.play();
        setState('ready');
      } catch {
        if (!over) setState('failed');
      }
    };
    void start();
    return () => {
      over = true;
      stop();
    };
  }, [wanted]);

  const capture = async (): Promise<Blob | undefined> => {
    const source = video.current;
    if (state !== 'ready' || !source || source.videoWidth === 0) return undefined;
    const canvas = document.createElement('canvas');
    canvas.width = Math.min(widthPx, source.videoWidth);
    canvas.height = Math.round((canvas.width * source.videoHeight) / source.videoWidth);
    canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality),
    );
  };
  return { state, video, capture };
}

/** What the photo will show. */
export function Camera({ camera, required }: { camera: CameraState; required: boolean }) {
  const t = useWords('kiosk');
  if (camera.state === 'failed') {
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-muted">
        <CameraOff className="size-4 shrink-0" />
        {t(required ? 'cameraNeeded' : 'cameraMissing')}
      </p>
    );
  }
  return (
    <figure className="grid justify-items-center gap-1.5">
      <video
        ref={camera.video}
        muted
        playsInline
        aria-label={t('camera')}
        className="aspect-[4/3] w-48 -scale-x-100 rounded-lg bg-surface-2 object-cover"
      />
      <figcaption className="text-[13px] text-muted">{t('photoTaken')}</figcaption>
    </figure>
  );
}
