import { Dropdown, type MenuProps } from 'antd';

interface AnchoredMenuProps {
  readonly items: NonNullable<MenuProps['items']>;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
  readonly selected?: readonly string[];
  readonly placement?: 'bottomLeft' | 'bottomRight';
}

/**
 * A menu under the control that mounted it, open from the start: the control itself stays a plain button, so that the
 * component library is loaded with the first menu and not with the page. Must stand in a positioned parent.
 */
export function AnchoredMenu({ items, onChoose, onClose, selected, placement = 'bottomLeft' }: AnchoredMenuProps) {
  return (
    <Dropdown
      open
      autoFocus
      classNames={{ root: 'menu-popup' }}
      placement={placement}
      trigger={['click']}
      onOpenChange={(open) => !open && onClose()}
      menu={{
        items,
        ...(selected && { selectedKeys: [...selected], selectable: true }),
        onClick: ({ key }) => {
          onClose();
          onChoose(key);
        },
      }}
    >
      <span className="menu-anchor" />
    </Dropdown>
  );
}
