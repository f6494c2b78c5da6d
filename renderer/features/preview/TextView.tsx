import { useEffect, useEffectEvent, useState } from 'react';
import { decodeText, fetchBytes } from './file-content.ts';

const shownCharacters = 500_000;

export function TextView({ fileId, onFail }: { fileId: string; onFail: () => void }) {
  const [text, setText] = useState<string>();
  const fail = useEffectEvent(onFail);
  useEffect(() => {
    const stop = new AbortController();
    fetchBytes(fileId, stop.signal).then(
      (bytes) => setText(decodeText(bytes)),
      () => stop.signal.aborted || fail(),
    );
    return () => stop.abort();
  }, [fileId]);
  if (text === undefined) return <p className="preview-wait">正在打开…</p>;
  return (
    <>
      <pre className="preview-text">{text.slice(0, shownCharacters)}</pre>
      {text.length > shownCharacters && <p className="preview-wait">文件很长，这里只显示开头部分。</p>}
    </>
  );
}
