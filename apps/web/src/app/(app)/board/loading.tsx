'use client';
import { BoardLoading } from '@/features/board/board-loading';
import { Page } from '@/features/shell/page';
import { useWords } from '@/lib/words';

export default function BoardPageLoading() {
  const t = useWords('shell');
  return (
    <Page title={t('board')} description=" ">
      <BoardLoading />
    </Page>
  );
}
