/**
 * A link that reopens a plan. It holds the request in the fragment, the part of an address after
 * `#`, which a browser never sends to a server.
 */

/** @import { Request } from "./request.js" */

const PREFIX = "#plan=";
const VERSION = "1";
const LONGEST = 20_000;

/** Told to the person: the link can't be read. */
export class LinkProblem extends Error {}

/**
 * @param {Request} request
 * @param {{ names: boolean }} include names only where the person wants them in it
 * @returns {string} the fragment, with its `#`
 */
export function fragmentFor(request, include) {
  const { names, ...rest } = request;
  const text = JSON.stringify(include.names ? request : rest);
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return `${PREFIX}${VERSION}.${btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/**
 * What the link holds is checked by the calculator, as everything typed is.
 *
 * @param {string} fragment
 * @returns {Request | null} null where the address holds no plan; throws LinkProblem for a damaged one
 */
export function requestIn(fragment) {
  if (!fragment.startsWith(PREFIX)) return null;
  const [version, packed] = fragment.slice(PREFIX.length).split(".");
  if (version !== VERSION) throw new LinkProblem("This link was made by another version of this site. Enter the two answers again.");
  const request = packed && packed.length <= LONGEST ? unpacked(packed) : null;
  if (!request) throw new LinkProblem("This link is damaged, so the plan in it can’t be opened. Enter the two answers again.");
  return request;
}

/**
 * @param {string} packed
 * @returns {Request | null}
 */
function unpacked(packed) {
  try {
    const bytes = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    const request = JSON.parse(text);
    return typeof request === "object" && request !== null && !Array.isArray(request) ? request : null;
  } catch {
    return null;
  }
}
