import type { ClauseId } from '../../../shared/domain/id.ts';
import { Themed } from '../../app/Themed.tsx';
import { useServices } from '../../app/services.ts';
import { AnchoredMenu } from '../../ui/AnchoredMenu.tsx';

export default function AddMenu({ clauseId, onClose }: { clauseId: ClauseId; onClose: () => void }) {
  const { evidence } = useServices();
  const store = evidence.getState();
  return (
    <Themed>
      <AnchoredMenu
        placement="bottomRight"
        onClose={onClose}
        items={[
          { key: 'files', label: '选择文件…' },
          { key: 'folder', label: '选择文件夹…' },
          { key: 'reuse', label: '用已有的材料…' },
        ]}
        onChoose={(key) => {
          if (key === 'reuse') store.openReuse(clauseId);
          else void store.pick(clauseId, key === 'folder' ? 'folder' : 'files');
        }}
      />
    </Themed>
  );
}
