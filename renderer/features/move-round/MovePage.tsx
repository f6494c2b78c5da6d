import type { RoundId } from '../../../shared/domain/id.ts';
import { useLeave } from '../../app/use-leave.ts';
import { ToolScreen } from '../../ui/ToolScreen.tsx';

export default function MovePage(_props: { roundId: RoundId; packId?: string | undefined }) {
  const { back, leave } = useLeave();
  return (
    <ToolScreen title="" back={back} onBack={leave}>
      <p />
    </ToolScreen>
  );
}
