import { useState } from 'react';
import { Kbd } from '../../ui/Kbd.tsx';
import { fileUrl } from './file-content.ts';
import { usePreviewKeys } from './use-preview-keys.ts';

interface ImageViewProps {
  readonly fileId: string;
  readonly title: string;
  readonly onFail: () => void;
}

/** A picture: the whole of it, or as large as it is; upright. */
export function ImageView({ fileId, title, onFail }: ImageViewProps) {
  const [isActual, setActual] = useState(false);
  const [turns, setTurns] = useState(0);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const toggle = () => setActual(!isActual);
  const turn = () => setTurns((turns + 1) % 4);
  usePreviewKeys((event) => {
    if (event.key === 'z' || event.key === 'Z') toggle();
    else if (event.key === 'r' || event.key === 'R') turn();
    else return false;
    return true;
  });
  const isSideways = turns % 2 === 1;
  const room = isSideways ? { width: size.height, height: size.width } : size;
  return (
    <div className="preview-picture">
      <div className="preview-tools">
        <button type="button" className="button button-plain" onClick={toggle}>
          {isActual ? '看整张' : '实际大小'} <Kbd>Z</Kbd>
        </button>
        <button type="button" className="button button-plain" onClick={turn}>
          旋转 <Kbd>R</Kbd>
        </button>
      </div>
      <div
        className={`preview-frame${isActual ? ' preview-actual' : ''}`}
        role="group"
        aria-label={title}
        tabIndex={0}
        onClick={toggle}
      >
        <div className="preview-room" style={isActual ? room : {}}>
          <img
            className={`preview-image turned-${turns}`}
            src={fileUrl(fileId)}
            alt={title}
            onError={onFail}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize({ width: naturalWidth, height: naturalHeight })
            }
          />
        </div>
      </div>
    </div>
  );
}
