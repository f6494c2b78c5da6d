import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: 'primary' | 'plain' | 'link' | 'quiet';
}

/** Our own light button, for what is on screen from the first moment. */
export const Button = ({ tone = 'plain', className = '', ...rest }: ButtonProps) => (
  <button type="button" className={`button button-${tone} ${className}`} {...rest} />
);
