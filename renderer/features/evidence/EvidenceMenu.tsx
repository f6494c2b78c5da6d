import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { Themed } from '../../app/Themed.tsx';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { useStore } from 'zustand';
import { faultyFileOf } from './file-faults.ts';
import { AnchoredMenu } from '../../ui/AnchoredMenu.tsx';

interface EvidenceMenuProps {
  readonly clauseId: ClauseId;
  readonly evidence: Evidence;
  readonly all: readonly Evidence[];
  readonly onClose: () => void;
}

export default function EvidenceMenu({ clauseId, evidence, all, onClose }: EvidenceMenuProps) {
  const services = useServices();
  const isReadOnly = useReadOnly();
  const faulty = useStore(services.evidence, ({ faults }) => faultyFileOf(evidence, faults)?.fileId);
  const choose = (key: string) => {
    const store = services.evidence.getState();
    const file = evidence.files[0];
    if (key === 'preview') services.preview.getState().open(all, evidence);
    else if (key === 'open' && file) void store.openWithSystem(file.id);
    else if (key === 'restore' && faulty) void store.restore(faulty);
    else if (key === 'describe') store.openDescribe(evidence);
    else if (key === 'remove') void store.remove(clauseId, evidence);
  };
  return (
    <Themed>
      <AnchoredMenu
        placement="bottomRight"
        onClose={onClose}
        onChoose={choose}
        items={[
          { key: 'preview', label: '预览' },
          { key: 'open', label: '用系统程序打开' },
          ...(faulty ? [{ key: 'restore', label: '放回原文件…', disabled: isReadOnly }] : []),
          { key: 'describe', label: '编辑信息…', disabled: isReadOnly },
          { type: 'divider' },
          { key: 'remove', label: evidence.usedBy.length > 1 ? '从本条移除' : '移除', disabled: isReadOnly },
        ]}
      />
    </Themed>
  );
}
