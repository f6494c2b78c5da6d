import { useEffect, useRef, useState } from 'react';
import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { Themed } from '../../app/Themed.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { ClausePicker } from './ClausePicker.tsx';
import { stateOf } from './manual-rows.ts';
import type { JoinLink } from './use-links.ts';
import './manual-link.css';

interface ManualLinkProps {
  readonly packIds: readonly [string, string];
  readonly titles: readonly [string, string];
  readonly links: readonly LinkSuggestion[];
  /** Chosen beforehand in the standard at hand. */
  readonly first: string | undefined;
  readonly join: JoinLink;
  /** `from`: what was known of the pair before. */
  readonly onJoined: (link: LinkSuggestion, from: LinkState) => void;
  readonly onClose: () => void;
}

/** 手工关联: two clauses that ask for the same, whatever their words. */
export default function ManualLink({ packIds, links, first, join, onJoined, onClose }: ManualLinkProps) {
  const { api } = useServices();
  const [packId, otherPackId] = packIds;
  const standards = useAnswer(packIds.join(' '), () =>
    Promise.all([api['standard.read']({ packId }), api['standard.read']({ packId: otherPackId })]),
  );
  const [code, setCode] = useState(first);
  const [otherCode, setOtherCode] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorDto>();
  const [left, right] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [isOpen, setOpen] = useState(false);
  const isThere = standards.value !== undefined;
  // The standards may come before the dialog is open or after it.
  useEffect(() => {
    if (isOpen && isThere) left.current?.focus();
  }, [isOpen, isThere, left]);
  const known = code !== undefined && otherCode !== undefined ? stateOf(links, code, otherCode) : undefined;
  const canJoin = code !== undefined && otherCode !== undefined && known !== 'confirmed' && !isBusy;
  const confirm = async () => {
    if (!canJoin) return;
    setBusy(true);
    setError(undefined);
    try {
      const link = await join(code, otherCode);
      if (link) onJoined(link, known ?? 'suggested');
      else onClose();
    } catch (cause) {
      setError(errorDtoOf(cause));
      setBusy(false);
    }
  };
  return (
    <Themed>
      <Dialog
        title="手工关联"
        width={920}
        okText="确认关联"
        cancelText="取消"
        okButtonProps={{ disabled: !canJoin, loading: isBusy }}
        onOk={() => void confirm()}
        onCancel={onClose}
        afterOpenChange={setOpen}
      >
        {standards.error && (
          <>
            <InlineError {...standards.error} />
            <Button onClick={standards.again}>重试</Button>
          </>
        )}
        {!standards.value && !standards.error && <p role="status">正在读取两个标准…</p>}
        {standards.value && (
          <div className="manual-link">
            <ClausePicker
              standard={standards.value[0].standard}
              field={left}
              picked={code}
              onPick={setCode}
              onNext={() => right.current?.focus()}
            />
            <ClausePicker
              standard={standards.value[1].standard}
              field={right}
              picked={otherCode}
              onPick={setOtherCode}
              onNext={() => void confirm()}
            />
          </div>
        )}
        <p className="manual-remark" role="status">
          {isBusy
            ? '正在比较两个标准的条款…'
            : known === 'confirmed'
              ? '这两个条款已经关联了。'
              : '两边各选一个条款。↑ ↓ 换条款，Enter 到另一边，再按 Enter 确认。'}
        </p>
        {error && <InlineError {...error} />}
      </Dialog>
    </Themed>
  );
}
