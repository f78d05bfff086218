/**
 * Asking while somebody types: what is finished a moment after the last key, all of it once they have
 * stopped; only the newest answer counts.
 */

const PAUSE = 250;
const STOPPED = 900;

/**
 * @template T
 * @param {(isStopped: boolean) => Promise<T> | undefined} ask which may find nothing to ask yet
 * @param {(answer: T) => void} show
 * @returns {{ later: () => void, stop: () => void }} ask after a pause; don't, and drop what was asked
 */
export function afterTyping(ask, show) {
  let newest = 0;
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];

  /** @param {boolean} isStopped */
  async function now(isStopped) {
    const mine = ++newest;
    try {
      const answer = await ask(isStopped);
      if (answer && mine === newest) show(answer);
    } catch {
      // Nobody asked yet: a failure is told when they do.
    }
  }

  function stop() {
    timers.forEach(clearTimeout);
    newest++;
  }

  return {
    later() {
      stop();
      timers = [setTimeout(now, PAUSE, false), setTimeout(now, STOPPED, true)];
    },
    stop,
  };
}
