/** Milliseconds a width must stand before anything is drawn for it: a window that is pulled has many. */
const STANDING = 150;

/** Calls when an element has come to another width, as when a screen is turned or a window pulled. */
export function onNewWidth(element: HTMLElement, call: () => void): void {
  let width = element.clientWidth;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    call();
  };
  new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, STANDING);
  }).observe(element);
}
