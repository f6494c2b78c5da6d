import { Button } from '../../ui/Button.tsx';

interface UnderEditProps {
  readonly title: string;
  readonly onEdit: () => void;
  /** Undefined where the file cannot be imported as it is. */
  readonly onApart: (() => void) | undefined;
}

/** The standard that the file would become has changes that nobody published: said at once, with the ways on. */
export const UnderEdit = ({ title, onEdit, onApart }: UnderEditProps) => (
  <>
    <p className="confirm-refused" role="alert">
      “{title}”有没发布的修改，现在不能导入。请先去发布或放弃那些修改{onApart && '，或把这个文件另存为新的标准'}。
    </p>
    <div>
      <Button tone="primary" onClick={onEdit}>
        去编辑
      </Button>
      {onApart && <Button onClick={onApart}>另存为新的标准</Button>}
    </div>
  </>
);
