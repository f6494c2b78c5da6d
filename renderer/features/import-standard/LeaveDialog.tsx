import { Dialog } from '../../app/Dialog.tsx';
import { Themed } from '../../app/Themed.tsx';

/** Corrections cost time; the file itself is as it was. */
export default function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Themed>
      <Dialog
        closable={false}
        width={440}
        title="放弃对识别结果的改正？"
        okText="放弃改正"
        cancelText="留下继续"
        okButtonProps={{ danger: true }}
        onOk={onLeave}
        onCancel={onStay}
      >
        <p>文件还没有导入，什么都没有写入。离开后，改过的列和名称要重新改。</p>
      </Dialog>
    </Themed>
  );
}
