/** Files that are handed to the person, without a server. */

/** How long an address of a file is kept, in milliseconds: some browsers ask a person first where to put it. */
const LONG_ENOUGH = 60_000;

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), LONG_ENOUGH);
}
