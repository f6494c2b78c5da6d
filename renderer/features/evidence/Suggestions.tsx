import type { ClauseId } from '../../../shared/domain/id.ts';
import { useServices } from '../../app/services.ts';

interface SuggestionsProps {
  readonly clauseId: ClauseId;
  readonly suggestions: readonly string[];
  readonly isReadOnly: boolean;
}

/** What the standard suggests; each leads to what the workspace has already. */
export function Suggestions({ clauseId, suggestions, isReadOnly }: SuggestionsProps) {
  const { evidence } = useServices();
  return (
    <ul className="suggestions">
      {suggestions.map((suggestion) => (
        <li key={suggestion}>
          {isReadOnly ? (
            suggestion
          ) : (
            <button
              type="button"
              className="missing-find"
              title="在工作区已有的材料里找，包括其他轮次的"
              onClick={() => evidence.getState().openReuse(clauseId, suggestion)}
            >
              {suggestion}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
