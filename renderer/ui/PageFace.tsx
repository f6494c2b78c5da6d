import type { ComponentProps, ReactNode } from 'react';
import { Button } from './Button.tsx';
import { InlineError } from './InlineError.tsx';
import './page-face.css';

interface PageFaceProps {
  readonly role?: 'status';
  readonly label?: string;
  readonly children?: ReactNode;
}

/** What stands where a page's work will be. */
export const PageFace = ({ role, label, children }: PageFaceProps) => (
  <div className="page-face" role={role} aria-label={label}>
    {children}
  </div>
);

interface FailedFaceProps {
  readonly error: ComponentProps<typeof InlineError>;
  readonly onRetry: () => void;
}

/** The work could not be had. */
export const FailedFace = ({ error, onRetry }: FailedFaceProps) => (
  <PageFace>
    <InlineError {...error} />
    <Button onClick={onRetry}>重试</Button>
  </PageFace>
);
