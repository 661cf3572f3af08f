import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { boundedHeight, heightByKey } from './stage-height';
import type { StageHeight } from './useStageHeight';

const Handle = styled.div`
  display: grid;
  place-items: center;
  flex: none;
  height: 12px;
  cursor: row-resize;
  touch-action: none;
  &::before {
    content: '';
    width: 40px;
    height: 4px;
    border-radius: 2px;
    background: #ffffff59;
  }
  &:hover::before,
  &:focus-visible::before {
    background: #ffffff;
  }
  &:focus-visible {
    outline: 2px solid #ffffff;
    outline-offset: -2px;
  }
  @media (pointer: coarse) {
    height: 24px;
  }
`;

interface StageHandleProps {
  readonly stage: RefObject<HTMLElement>;
  readonly size: StageHeight;
}

/** The stage's lower edge: dragged, or moved by arrow keys; a double click gives the stage its usual height back. */
export function StageHandle({ size: { bounds, change, height }, stage }: StageHandleProps) {
  const t = useTexts();
  const drag = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const measured = useMeasuredHeight(stage);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    // A provider's frame under the pointer would swallow what comes next.
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { y: event.clientY, height: stage.current?.offsetHeight ?? measured };
  };
  const onPointerMove = ({ clientY }: PointerEvent): void => {
    if (drag.current === null) return;
    change(boundedHeight(drag.current.height + clientY - drag.current.y, bounds));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = heightByKey(event.key, stage.current?.offsetHeight ?? measured, bounds);
    if (next === null) return;
    event.preventDefault();
    change(next);
  };
  return (
    <Handle
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('call.stageHeight')}
      aria-valuemin={bounds.lowest}
      aria-valuemax={bounds.highest}
      aria-valuenow={height === null ? measured : boundedHeight(height, bounds)}
      title={t('call.stageHeight.hint')}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
      onDoubleClick={() => change(null)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Returns the element's height in whole pixels, kept up to date. */
function useMeasuredHeight(place: RefObject<HTMLElement>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setHeight(element.offsetHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return height;
}
