import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { LocatedFault } from './faults.ts';
import { useEditing } from './edit-context.ts';

const mostShown = 200;

/** What must be put right before the standard can be published; a click leads there. */
export function FaultPanel({ faults, onClose }: { faults: readonly LocatedFault[]; onClose: () => void }) {
  const { store } = useEditing();
  return (
    <section className="edit-faults" aria-label="要改正的问题">
      <header>
        <b>{faults.length === 0 ? '没有要改正的问题' : `${faults.length} 处改正后才能发布`}</b>
        <Button tone="quiet" aria-label="收起问题" title="收起" onClick={onClose}>
          <Icon name="close" size={14} />
        </Button>
      </header>
      <ul>
        {faults.slice(0, mostShown).map(({ spot, message }, at) => (
          // The same may be said twice.
          <li key={at}>
            <button type="button" onClick={() => store.getState().show(spot)}>
              {message}
            </button>
          </li>
        ))}
        {faults.length > mostShown && <li className="edit-remark">还有 {faults.length - mostShown} 处没有列出。</li>}
      </ul>
    </section>
  );
}
