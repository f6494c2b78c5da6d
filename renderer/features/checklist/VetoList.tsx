import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';

/** 一票否决: which prerequisites are violated, each one click away. */
export function VetoList({ codes }: { codes: readonly string[] }) {
  const { round, checklist, app } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const violated = (clauses ?? []).filter(({ code }) => codes.includes(code));
  return (
    <div className="vetoes" role="group" aria-label="违反的前置要求">
      <b>违反 {codes.length} 条前置要求</b>
      <ul>
        {violated.map(({ id, code, title }) => (
          <li key={id}>
            <button
              type="button"
              title={`${code} ${title}`}
              onClick={() => {
                app.getState().show({ kind: 'round', page: 'checklist' });
                checklist.getState().showClause(id);
              }}
              data-testid="veto"
            >
              {code} {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
