import type { Input } from '../../../shared/contract/contract.ts';
import { useLeave } from '../../app/use-leave.ts';
import { ToolScreen } from '../../ui/ToolScreen.tsx';

export default function EditPage(_props: { from: Input<'own.begin'>['from'] }) {
  const { back, leave } = useLeave();
  return (
    <ToolScreen title="" back={back} onBack={leave}>
      <p />
    </ToolScreen>
  );
}
