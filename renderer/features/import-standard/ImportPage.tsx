import { useLeave } from '../../app/use-leave.ts';
import { ToolScreen } from '../../ui/ToolScreen.tsx';

export default function ImportPage(_props: { packId?: string | undefined }) {
  const { back, leave } = useLeave();
  return (
    <ToolScreen title="" back={back} onBack={leave}>
      <p />
    </ToolScreen>
  );
}
