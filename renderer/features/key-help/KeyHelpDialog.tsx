import { Modal } from 'antd';
import { useServices } from '../../app/services.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import './key-help.css';

const groups: readonly { readonly title: string; readonly keys: readonly (readonly [readonly string[], string])[] }[] =
  [
    {
      title: '移动',
      keys: [
        [['↑', '↓'], '上一条、下一条（也可用 K、J）'],
        [['N'], '下一个未评条款'],
        [['F'], '搜索（也可用 Ctrl F）'],
        [['Esc'], '回到列表；在列表中清除筛选'],
      ],
    },
    {
      title: '评分',
      keys: [
        [['1', '…', '9'], '第几个要点：符合，再按一次取消'],
        [['Shift', '1'], '部分符合、不符合、不适用、取消，依次换'],
        [['A', '…', 'E'], '评等级，再按一次恢复建议'],
        [['M'], '写说明'],
        [['Ctrl', 'Z'], '撤销'],
        [['Ctrl', 'Y'], '重做'],
      ],
    },
    {
      title: '佐证',
      keys: [
        [['Ctrl', 'V'], '粘贴图片或文件'],
        [['空格'], '预览第一份'],
        [['←', '→'], '预览时：上一个、下一个文件'],
      ],
    },
  ];

export function KeyHelpDialog() {
  const { app } = useServices();
  return (
    <Modal
      open
      scrollLock={false}
      title="按键"
      footer={null}
      width={560}
      onCancel={() => app.getState().openDialog(undefined)}
    >
      <div className="key-help">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([caps, what]) => (
                <div key={what}>
                  <dt>
                    {caps.map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                    <span className="visually-hidden">{caps.join(' ')}</span>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
