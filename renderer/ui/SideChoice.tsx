import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './side-choice.css';

/** What can be chosen beside the work, under a heading. */
export const SideGroup = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <section className="side-group" aria-label={name}>
    <h2>{name}</h2>
    {children}
  </section>
);

interface SideChoiceProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly isChosen: boolean;
}

export const SideChoice = ({ isChosen, className = '', ...rest }: SideChoiceProps) => (
  <button type="button" className={`side-choice ${className}`} aria-current={isChosen ? 'true' : undefined} {...rest} />
);
