import { useEffect, useState } from 'react';
import { Input } from 'antd';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { useStore } from 'zustand';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FileType } from '../../ui/FileType.tsx';
import { usesOf } from './uses.ts';

/** Evidence that is already in the workspace, to prove one more clause. */
export function ReuseDialog({ clauseId, initial }: { clauseId: ClauseId; initial: string }) {
  const { api, evidence, app, round } = useServices();
  const roundId = useStore(round, (state) => state.open?.round.id);
  const [text, setText] = useState(initial);
  const [found, setFound] = useState<readonly Evidence[]>();
  const close = () => evidence.getState().openReuse(undefined);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      api['evidence.find']({ text: text.trim() }).then(
        (answer) => isCurrent && setFound(answer),
        (cause: unknown) => app.getState().fail(cause),
      );
    }, 60);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, app, text]);
  const take = async (chosen: Evidence) => {
    if (await evidence.getState().reuse(clauseId, chosen.id)) close();
  };
  return (
    <Dialog title="用已有的材料" footer={null} onCancel={close} width={640}>
      <Input
        autoFocus
        allowClear
        placeholder="按名称或编号查找"
        aria-label="按名称或编号查找"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="reuse-list">
        {found?.map((each) => {
          const isHere = each.usedBy.some((use) => use.roundId === roundId && use.clauseId === clauseId);
          return (
            <li key={each.id}>
              <FileType extension={each.files[0]?.extension ?? ''} />
              <small className="ellipsis">{each.number}</small>
              <span className="ellipsis" title={each.title}>
                {each.title}
              </span>
              <small title={usesOf(each, roundId)}>{each.usedBy.length > 0 && `用于 ${each.usedBy.length} 条`}</small>
              <Button tone="link" disabled={isHere} aria-label={`使用 ${each.title}`} onClick={() => void take(each)}>
                {isHere ? '已在本条' : '使用'}
              </Button>
            </li>
          );
        })}
      </ul>
      {found?.length === 0 && (
        <EmptyState text={text === '' ? '工作区里还没有佐证材料，请先添加文件。' : '没有找到，换个词再试。'} />
      )}
    </Dialog>
  );
}
