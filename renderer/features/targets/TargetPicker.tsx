import type { RoundSettings } from '../../../shared/contract/round.ts';
import type { RoundId, TargetId } from '../../../shared/domain/id.ts';
import { useServices } from '../../app/services.ts';

interface TargetPickerProps {
  readonly roundId: RoundId;
  readonly settings: RoundSettings;
  readonly chosen: TargetId;
  /** Targets with changes that are not saved. */
  readonly unsaved?: ReadonlyMap<TargetId, unknown>;
}

/** Which target is edited or simulated; the round's own is marked. */
export function TargetPicker({ roundId, settings, chosen, unsaved }: TargetPickerProps) {
  const { targets } = useServices();
  return (
    <div className="target-picker" role="group" aria-label="目标等级">
      {settings.targets.map(({ id, label, edited }) => (
        <button
          key={id}
          type="button"
          className="filter-tab"
          aria-pressed={id === chosen}
          title={label}
          onClick={() => targets.getState().change(roundId, { targetId: id })}
        >
          <span className="ellipsis">{label}</span>
          {id === settings.targetId && <small>本轮</small>}
          {unsaved?.has(id) ? <small className="warn">未保存</small> : edited && <small className="warn">已修改</small>}
        </button>
      ))}
    </div>
  );
}
