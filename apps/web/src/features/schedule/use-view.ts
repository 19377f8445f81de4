'use client';
import { useQueryStates, type Values } from 'nuqs';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useCurrentLocation, type CurrentLocation } from '@/features/shell/current-location';
import { useMe } from '@/features/shell/me';
import { viewParams } from './view-params';
import { periodAround, periodBeside, type Period } from './week';

export type View = Values<typeof viewParams>;
export type ChangeView = (part: Partial<View>) => void;

/** What the URL says of the schedule, the period that follows from it, and how to change it. */
export function useView(location: CurrentLocation) {
  const { organization } = useMe();
  const [view, setView] = useQueryStates(viewParams, { history: 'replace' });
  const { weekStart } = organization;
  const periodOf = useCallback(
    (day: string | null) => periodAround(day, view.range, location.zone, weekStart),
    [view.range, location.zone, weekStart],
  );
  const period = useMemo(() => periodOf(view.week), [periodOf, view.week]);
  const change: ChangeView = useCallback((part) => void setView(part), [setView]);
  /** To the period of a day; null: of today. */
  const go = useCallback(
    (startDate: string | null) => void setView({ week: startDate }, { history: 'push' }),
    [setView],
  );
  return { view, period, periodOf, change, go };
}

/** The location a link names, else the one in use; choosing another one changes the link. */
export function useLinkedLocation(): CurrentLocation | undefined {
  const { locations } = useMe();
  const { location: current, choose } = useCurrentLocation();
  const [{ location: asked }, setAsked] = useQueryStates({ location: viewParams.location });
  const [followed, setFollowed] = useState(false);
  const linked = locations.find((one) => one.id === asked);
  useEffect(() => {
    if (!followed) {
      if (linked && linked.id !== current?.id) choose(linked.id);
      setFollowed(true);
    } else if (current && asked !== current.id && (asked !== null || locations.length > 1)) {
      // so that whoever gets the link sees the same place
      void setAsked({ location: current.id });
    }
  }, [followed, linked, current, asked, choose, setAsked, locations.length]);
  return followed ? current : (linked ?? current);
}

/** The periods beside this one, the likelier first. */
export const neighbours = (period: Period): Period[] => [periodBeside(period, 1), periodBeside(period, -1)];
