import type { BoardPerson } from '@vaktplan/contracts/http/board';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { Format } from '@/lib/format';
import type { Words as WordsOf } from '@/lib/words-in';

type Words = { words: string; tone: 'success' | 'warning' | 'danger' | 'neutral' };

/** What a person's state is called, with how long or when. `at`: the moment that the board shows. */
export function stateWords(
  person: BoardPerson,
  at: string,
  format: Pick<Format, 'time' | 'duration'>,
  t: WordsOf<WordKey<'board'>>,
): Words {
  const time = format.time(person.since, person.zone);
  const minutes = Math.floor((Date.parse(at) - Date.parse(person.since)) / 60_000);
  switch (person.state) {
    case 'in':
      return { words: t('since', { time }), tone: 'success' };
    case 'on_break':
      return { words: t('onBreak', { duration: format.duration(Math.max(0, minutes)) }), tone: 'warning' };
    case 'missing':
      return { words: t('overdue', { duration: format.duration(minutes) }), tone: 'danger' };
    case 'expected':
      return { words: t(minutes > 0 ? 'dueSince' : 'dueAt', { time }), tone: 'neutral' };
  }
}
