/** Asking while somebody types: a moment after the last key, and only the newest answer counts. */

const PAUSE = 250;

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @param {(answer: T) => void} show
 * @returns {{ later: () => void, stop: () => void }} ask after a pause; don't, and drop what was asked
 */
export function afterTyping(ask, show) {
  let newest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function now() {
    const mine = ++newest;
    try {
      const answer = await ask();
      if (mine === newest) show(answer);
    } catch {
      // Nobody asked yet: a failure is told when they do.
    }
  }

  function stop() {
    clearTimeout(timer);
    newest++;
  }

  return {
    later() {
      stop();
      timer = setTimeout(now, PAUSE);
    },
    stop,
  };
}
