import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { ChecklistBox } from './ChecklistBox.tsx';
import { Deductions } from './Deductions.tsx';
import { MonitoredBeside } from './Definition.tsx';
import { GradeBox } from './GradeBox.tsx';
import { IndicatorBox, IndicatorFigures } from './IndicatorEditor.tsx';
import { PointList } from './PointList.tsx';
import { PrerequisiteBox } from './PrerequisiteBox.tsx';
import { ScoreBox } from './ScoreBox.tsx';

interface ClauseEditorProps {
  readonly clause: Clause;
  readonly state: ClauseState;
}

/** The clause's result by its method, and what it follows from. */
export function ClauseResultBox(props: ClauseEditorProps) {
  switch (props.clause.method) {
    case 'graded':
      return <GradeBox {...props} />;
    case 'checklist':
      return <ChecklistBox {...props} />;
    case 'prerequisite':
      return <PrerequisiteBox {...props} />;
    case 'points':
      return <ScoreBox {...props} />;
    case 'indicator':
      return <IndicatorBox {...props} />;
  }
}

/** What the result is made of: points or figures. */
export function ClauseInputs({ clause, state }: ClauseEditorProps) {
  if (clause.method === 'indicator') return <IndicatorFigures clause={clause} state={state} />;
  return (
    <div>
      <PointList clause={clause} state={state} />
      <Deductions deductions={clause.deductions} />
      {clause.indicator && <MonitoredBeside indicator={clause.indicator} />}
    </div>
  );
}
