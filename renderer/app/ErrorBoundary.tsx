import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import type { PageBridge } from './bridge.ts';

interface ErrorBoundaryProps {
  readonly bridge: Pick<PageBridge, 'openLog'>;
  readonly children: ReactNode;
}

/** The last edge: a bug in drawing reaches the user as one calm sentence. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="broken" role="alert">
        <p>这一页没能显示出来，已保存的内容不受影响。</p>
        <div>
          <Button tone="primary" onClick={() => window.location.reload()}>
            重新载入
          </Button>
          <Button onClick={() => void this.props.bridge.openLog()}>打开日志</Button>
        </div>
      </main>
    );
  }
}
