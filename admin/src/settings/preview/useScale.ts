import { useLayoutEffect, useState, type RefObject } from 'react';

/** Returns the factor that shrinks something of this width so that it fits its place; never above 1. */
export function useScale(place: RefObject<HTMLElement>, width: number): number {
  const [room, setRoom] = useState(width);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  // An element without width is not on screen.
  return room === 0 ? 1 : Math.min(1, room / width);
}
