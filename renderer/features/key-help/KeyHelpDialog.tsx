import { Dialog } from '../../app/Dialog.tsx';
import { useServices } from '../../app/services.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import './key-help.css';

const groups: readonly { readonly title: string; readonly keys: readonly (readonly [readonly string[], string])[] }[] =
  [
    {
      title: '移动',
      keys: [
        [['↑', '↓'], '上一条、下一条（也可用 K、J）'],
        [['Home', 'End'], '第一条、最后一条'],
        [['PgUp', 'PgDn'], '前十条、后十条'],
        [['N'], '下一个未评条款'],
        [['F'], '搜索（也可用 Ctrl F）'],
        [['Esc'], '回到列表；在列表中清除筛选，回到原来那一条；有通知时先关通知'],
        [['T'], '目标：对比、规则、模拟；再按一次回到评分'],
        [['Ctrl', 'Tab'], '下一个轮次（加 Shift 上一个）'],
        [['Ctrl', '1', '…', '9'], '第几个轮次'],
      ],
    },
    {
      title: '评分',
      keys: [
        [['1', '…', '9'], '第几个要点：符合，再按一次取消'],
        [['Shift', '1'], '部分符合、不符合、不适用、取消，依次换（前置要求：有违反、不适用、取消）'],
        [['0'], '要点全部符合（等级条款：下一级的要点）'],
        [['A', '…', 'E'], '等级条款：评等级，再按一次恢复建议或清除'],
        [['E'], '可选条款：整条不适用，再按一次恢复'],
        [['X'], '是否条款、前置要求：不通过、有违反；有几个要点时不代判，请用 Shift+数字逐条判'],
        [['S'], '分值条款：填得分；监测指标：填上一期数据（本期已有数时填本期）'],
        [['M'], '写说明'],
        [['Ctrl', 'Z'], '撤销'],
        [['Ctrl', 'Y'], '重做'],
      ],
    },
    {
      title: '填数据',
      keys: [
        [['Enter'], '下一格（也可用 Tab），换期即保存，最后一格回到列表'],
        [['↑', '↓', '←', '→'], '换一格'],
        [['Ctrl', 'V'], '从 Excel、WPS 粘贴一列或一块，依次填入各期；首列是期间（1月、第1季度、日期）时按期间对号'],
        [['Esc'], '放弃这一期未保存的数字；再按回到列表'],
      ],
    },
    {
      title: '佐证',
      keys: [
        [['Ctrl', 'V'], '粘贴图片或文件'],
        [['空格'], '预览第一份'],
        [['←', '→'], '预览时：上一个、下一个文件'],
        [['PgUp', 'PgDn'], '预览 PDF 时：上一页、下一页'],
        [['Z'], '预览图片时：实际大小、看整张'],
        [['R'], '预览图片时：旋转'],
      ],
    },
    {
      title: '标准库',
      keys: [
        [['Ctrl', 'F'], '搜索全部标准'],
        [['↑', '↓'], '换一行'],
        [['Enter'], '打开'],
        [['Esc'], '返回'],
      ],
    },
  ];

export function KeyHelpDialog() {
  const { app } = useServices();
  return (
    <Dialog title="按键" footer={null} width={900} onCancel={() => app.getState().openDialog(undefined)}>
      <div className="key-help" role="group" aria-label="全部按键" tabIndex={0}>
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
    </Dialog>
  );
}
