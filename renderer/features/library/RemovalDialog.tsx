import { Dialog } from '../../app/Dialog.tsx';
import { Themed } from '../../app/Themed.tsx';

const asked = {
  remove: {
    title: '从标准库移除这个标准？',
    text: '它的全部修订和没有发布的修改都会删除，不能撤销。已用它建立的轮次不受影响，照常评分。',
  },
  'drop-official': {
    title: '移除官方原文？',
    text: '条款旁不再显示官方原文，不能撤销；需要时可以重新导入文件。评分和标准本身不受影响。',
  },
} as const;

interface RemovalDialogProps {
  readonly what: keyof typeof asked;
  readonly standard: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asked before what cannot be taken back. */
export default function RemovalDialog({ what, standard, onRemove, onClose }: RemovalDialogProps) {
  return (
    <Themed>
      <Dialog
        title={asked[what].title}
        okText="移除"
        cancelText="取消"
        okButtonProps={{ danger: true }}
        onCancel={onClose}
        onOk={onRemove}
      >
        <p>
          <b>{standard}</b>
        </p>
        <p>{asked[what].text}</p>
      </Dialog>
    </Themed>
  );
}
