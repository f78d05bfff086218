/** Fixes the clock, its zone and the dice of this process, so that what is made twice is the same twice. */

const MOMENT = Date.UTC(2026, 0, 1);

globalThis.Date = class extends Date {
  /** @param {[] | [any]} given */
  constructor(...given) {
    super(...(given.length > 0 ? given : /** @type {[any]} */ ([MOMENT])));
  }

  static now() {
    return MOMENT;
  }
};
performance.now = () => 0;
Math.random = () => 0.5;
crypto.getRandomValues = (array) => {
  if (array) new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(1);
  return array;
};
process.env.TZ = "UTC";
process.hrtime = Object.assign(() => /** @type {[number, number]} */ ([0, 0]), { bigint: () => 0n });
