'use client';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { Button, DialogContent, Field, Input, toast } from '@vaktplan/ui';
import { Copy } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useProblemWords } from '@/lib/problem-words';
import { useDebounced } from '@/lib/use-debounced';
import { useWords } from '@/lib/words';
import { Outcomes, RollOutPreview } from './roll-out-preview';
import { RollOutOptions, type Options } from './roll-out-options';
import { asksReason, asksClosed, cameOutOtherwise, madeCount } from './roll-out-words';
import { useRollOut, type RollOutRequest } from './use-roll-out';

type BodyProps = {
  title: string;
  description?: ReactNode;
  verb: 'copy' | 'make';
  nothing: string;
  request: (options: Options) => RollOutRequest;
  /** Fields above the preview. */
  children?: ReactNode;
  onClose: () => void;
  onMade: (result: RollOutResult) => void;
  onCloseAutoFocus?: (event: Event) => void;
};

/** A dialog that lays shifts into the plan: options, what would happen, and the one button that does it. */
export function RollOutBody({ verb, request, onClose, onMade, children, ...words }: BodyProps) {
  const t = useWords('planRepeat');
  const wordsOf = useProblemWords();
  const [options, setOptions] = useState<Options>({ people: 'keep', ineligible: 'open' });
  const [surprise, setSurprise] = useState<RollOutResult>();
  const [reason, setReason] = useState('');
  const said = useDebounced(reason.trim(), 400);
  const wanted = request(said ? { ...options, override: { reason: said } } : options);
  const { preview, apply } = useRollOut(wanted, (result, foretold) => {
    onMade(result);
    if (cameOutOtherwise(foretold, result)) setSurprise(result);
    else onClose();
  });
  const count = wanted && preview.data && !preview.isPlaceholderData ? madeCount(preview.data) : 0;
  const ready = count > 0;
  const confirm = useRef<HTMLButtonElement>(null);
  // Enter, Enter: the button has the focus as soon as it can be pressed, unless somebody is typing
  useEffect(() => {
    if (ready && !document.activeElement?.matches('input, select, [role=radio]')) confirm.current?.focus();
  }, [ready]);
  if (surprise)
    return (
      <DialogContent
        className="sm:max-w-xl"
        title={t('doneOtherwise')}
        description={t('doneOtherwiseHint')}
        onCloseAutoFocus={words.onCloseAutoFocus}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        }
      >
        <div className="grid gap-3">
          <Outcomes result={surprise} />
        </div>
      </DialogContent>
    );
  return (
    <DialogContent
      className="sm:max-w-xl"
      title={words.title}
      description={words.description}
      onCloseAutoFocus={words.onCloseAutoFocus}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            ref={confirm}
            variant="primary"
            disabled={count === 0 || said !== reason.trim() || apply.isPending || preview.isError}
            onClick={() =>
              apply.mutate(undefined, {
                onError: (problem) => toast.error(wordsOf(problem), { description: problem.correlationId }),
              })
            }
          >
            <Copy /> {apply.isPending ? t('working') : count > 0 ? t(`${verb}Some`, { count }) : t(verb)}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {children}
        <RollOutOptions value={options} asksClosed={asksClosed(preview.data)} onChange={setOptions} />
        {(reason !== '' || asksReason(preview.data)) && (
          <Field label={t('reason')} hint={t('reasonHint')}>
            <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        {wanted && <RollOutPreview query={preview} nothing={words.nothing} />}
      </div>
    </DialogContent>
  );
}
