import type { BoardPerson } from '@vaktplan/contracts/http/board';
import type { Format } from '@/lib/format';

type Words = { words: string; tone: 'success' | 'warning' | 'danger' | 'neutral' };

/** What a person's state is called, with how long or when. `at`: the moment that the board shows. */
export function stateWords(
  person: BoardPerson,
  at: string,
  format: Pick<Format, 'time' | 'duration'>,
): Words {
  const time = format.time(person.since, person.zone);
  const minutes = Math.floor((Date.parse(at) - Date.parse(person.since)) / 60_000);
  switch (person.state) {
    case 'in':
      return { words: `Since ${time}`, tone: 'success' };
    case 'on_break':
      return { words: `On a break, ${format.duration(Math.max(0, minutes))}`, tone: 'warning' };
    case 'missing':
      return { words: `${format.duration(minutes)} overdue`, tone: 'danger' };
    case 'expected':
      return { words: minutes > 0 ? `Due since ${time}` : `Due at ${time}`, tone: 'neutral' };
  }
}
