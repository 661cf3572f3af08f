import type { MouseEvent, ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router-dom';

import type { MarkAttributes } from './useMarks';

interface ChartLinkProps extends MarkAttributes {
  readonly to: string;
  /** Name of the mark: what it stands for, with its figures. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A mark of a chart that opens the interactions behind it: an SVG link, which opens in a new tab as any other does. */
export function ChartLink({ children, label, to, ...mark }: ChartLinkProps) {
  const navigate = useNavigate();
  const onClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={useHref(to)} aria-label={label} onClick={onClick} {...mark}>
      {children}
    </a>
  );
}
