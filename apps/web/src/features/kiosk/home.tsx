'use client';
import type { KioskPerson, KioskScreen } from '@vaktplan/contracts/http/kiosk';
import { Button, EmptyState, Input } from '@vaktplan/ui';
import { KeyRound, Search, Users } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../lib/words';
import { BigClock } from './big-clock';
import { NameList } from './name-list';

type HomeProps = {
  screen: KioskScreen;
  people: KioskPerson[];
  onChoose: (person: KioskPerson) => void;
  onPin: () => void;
};

/** The time, large, and the names; or the way to the PIN where names are not shown. */
export function Home({ screen, people, onChoose, onPin }: HomeProps) {
  const t = useWords('kiosk');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = people.filter((person) => person.name.toLocaleLowerCase().includes(wanted));
  const here = people.filter((person) => person.state !== 'out').length;
  return (
    <div className="grid flex-1 grid-cols-1 content-start gap-6 p-4 md:p-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:content-stretch">
      <section
        aria-label={t('time')}
        className="flex flex-col items-center justify-center gap-1 py-2 lg:py-8"
      >
        <BigClock zone={screen.location.zone} locale={screen.locale} />
        {screen.identification !== 'pin' && (
          <p className="mt-3 text-sm text-muted">{t('atWork', { count: here })}</p>
        )}
      </section>
      {screen.identification === 'pin' ? (
        <div className="grid place-items-center">
          <Button variant="primary" className="h-20 w-full max-w-sm rounded-xl text-xl" onClick={onPin}>
            <KeyRound className="size-6" />
            {t('typeYourPin')}
          </Button>
        </div>
      ) : (
        <section aria-labelledby="who" className="flex min-h-0 flex-col gap-3">
          <h2 id="who" className="text-base font-semibold">
            {t('chooseName')}
          </h2>
          <div className="relative">
            <Search className="pointer-events-none absolute top-1/2 start-3.5 size-5 -translate-y-1/2 text-muted" />
            <Input
              type="search"
              aria-label={t('searchNames')}
              placeholder={t('search')}
              autoComplete="off"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              className="h-12 ps-11 text-base"
            />
          </div>
          {shown.length > 0 ? (
            <NameList
              people={shown}
              onChoose={(person) => {
                setSearch('');
                onChoose(person);
              }}
            />
          ) : (
            <EmptyState
              icon={<Users />}
              title={t(people.length === 0 ? 'nobodyYet' : 'nobodyNamed')}
              description={t(people.length === 0 ? 'nobodyYetHint' : 'nobodyNamedHint')}
              action={wanted ? <Button onClick={() => setSearch('')}>{t('clearSearch')}</Button> : undefined}
            />
          )}
        </section>
      )}
    </div>
  );
}
