import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { OpenPrerequisites } from '../targets/OpenPrerequisites.tsx';
import { VetoList } from './VetoList.tsx';

/**
 * How the prerequisites stand. Always there in a standard that has some: a line that came with the first violation
 * would push the list away under the pointer.
 */
export function PrerequisiteLine() {
  const { round } = useServices();
  const has = useStore(round, ({ open }) => open?.clauses.some(({ method }) => method === 'prerequisite') ?? false);
  const { vetoes, reached } = useStore(round, (state) => state.verdict);
  if (!has) return null;
  return (
    <div className={`prerequisites${vetoes.length > 0 ? ' prerequisites-violated' : ''}`} data-testid="prerequisites">
      {vetoes.length > 0 && <VetoList codes={vetoes} />}
      <OpenPrerequisites isWarning={reached} otherwise={vetoes.length > 0 ? '' : '前置要求已全部判定，无违反'} />
    </div>
  );
}
