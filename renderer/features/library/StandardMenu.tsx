import type { WordedStandard } from '../../../shared/contract/official-text.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { Themed } from '../../app/Themed.tsx';
import { AnchoredMenu } from '../../ui/AnchoredMenu.tsx';
import type { StandardAction } from './use-standard-actions.ts';

interface StandardMenuProps {
  readonly standard: StandardSummary;
  /** The official wording laid over it, if there is one. */
  readonly wording: WordedStandard | undefined;
  readonly hasWorkspace: boolean;
  readonly canChange: boolean;
  /** Whether a round can be made here; beside the button that does it, it is left out. */
  readonly hasRound: boolean;
  readonly onChoose: (action: StandardAction) => void;
  readonly onClose: () => void;
}

/** Everything that can be done with a standard besides reading it. */
export default function StandardMenu(props: StandardMenuProps) {
  const { standard, wording, hasWorkspace, canChange, hasRound, onChoose, onClose } = props;
  const isOwn = standard.own === true;
  return (
    <Themed>
      <AnchoredMenu
        placement="bottomRight"
        onClose={onClose}
        onChoose={(key) => onChoose(key as StandardAction)}
        items={[
          ...(canChange
            ? [
                ...(hasRound ? [{ key: 'round', label: '用这个标准建轮次…' }, { type: 'divider' as const }] : []),
                isOwn ? { key: 'edit', label: '编辑…' } : { key: 'copy', label: '复制为本院标准并编辑…' },
                { key: 'official', label: wording ? '再导入官方原文或新版…' : '导入官方原文或新版…' },
                ...(wording ? [{ key: 'drop-official', label: `移除官方原文（${wording.clauses} 条）…` }] : []),
              ]
            : []),
          ...(hasWorkspace ? [{ key: 'link', label: '与其他标准关联…' }, { type: 'divider' as const }] : []),
          { key: 'excel', label: '导出为 Excel…' },
          { key: 'yaml', label: '导出为达标标准包（YAML）…' },
          ...(isOwn && canChange
            ? [{ type: 'divider' as const }, { key: 'remove', label: '从标准库移除…', danger: true }]
            : []),
        ]}
      />
    </Themed>
  );
}
