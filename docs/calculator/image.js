/**
 * The calculator from an image: one WebAssembly file that holds Python as it is when the calculator has been
 * imported and used, so that nothing is left to load (tools/engine/image.py makes it).
 */

/** @import { Engine, Progress } from "./protocol.js" */

/** @typedef {{ memory: WebAssembly.Memory, table: WebAssembly.Table, respond: WebAssembly.Global }} Parts */
/** @typedef {{ [name: string]: (...values: number[]) => number }} Functions */
/** @typedef {(progress: Progress) => void} Tell */

/** How long a download may stand still, in milliseconds, before it is tried anew. */
const STALLED = 20_000;

/** How often it is told how far it is, in milliseconds. */
const OFTEN = 100;

/**
 * Start from the image.
 *
 * @param {Engine} engine
 * @param {Tell} tell
 * @returns {Promise<(request: string) => string>} the calculator's one door
 */
export async function startImage(engine, tell) {
  tell({ stage: "runtime" });
  // Whatever fails, once more past the cache, which may hold a damaged file.
  const module = await compiled(engine, tell).catch(() => compiled(engine, tell, "reload"));
  tell({ stage: "calculator" });
  /** @type {Parts & Functions} */
  let python;
  const { exports } = await WebAssembly.instantiate(module, imports(() => python));
  python = /** @type {any} */ (exports);
  return (request) => respond(python, request);
}

/**
 * Fetch the image and compile it as it comes; nothing of it runs before it is checked.
 *
 * Checked by the browser (`integrity`), it would be held back until its last byte is here: nothing
 * could be counted, nor compiled meanwhile, and Chromium keeps no compiled code of such a file.
 *
 * @param {Engine} engine
 * @param {Tell} tell
 * @param {RequestCache} [cache]
 */
async function compiled({ image, integrity, size }, tell, cache) {
  const stalled = new AbortController();
  const file = await withTimeLimit(fetch(image, { cache, signal: stalled.signal }), stalled);
  const copy = file.clone();
  const compiling = WebAssembly.compileStreaming(file).catch(() => undefined);
  const bytes = await bytesOf(copy, size, tell, stalled);
  if ((await digestOf(bytes)) !== integrity) throw new Error("the image is another one");
  // A server that sends it as another type of file keeps it from being compiled as it comes.
  return (await compiling) ?? WebAssembly.compile(bytes);
}

/**
 * Return a file's bytes, and tell how many of them are here as they come.
 *
 * @param {Response} file
 * @param {number} size that it has, in bytes; a larger one is a `RangeError`
 * @param {Tell} tell
 * @param {AbortController} stalled
 */
async function bytesOf({ body }, size, tell, stalled) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (body).getReader();
  const next = () => withTimeLimit(reader.read(), stalled);
  const bytes = new Uint8Array(size);
  let here = 0;
  let told = 0;
  for (let part = await next(); part.value; part = await next()) {
    bytes.set(part.value, here);
    here += part.value.length;
    if (here < size && performance.now() - told < OFTEN) continue;
    told = performance.now();
    tell({ stage: "runtime", share: here / size });
  }
  return bytes;
}

/**
 * Give up what comes too slowly: a line that is lost, as in a tunnel, says nothing.
 *
 * @template T
 * @param {Promise<T>} coming
 * @param {AbortController} stalled
 */
async function withTimeLimit(coming, stalled) {
  const timer = setTimeout(() => stalled.abort(), STALLED);
  try {
    return await coming;
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function digestOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/**
 * What Python may call. Of all that an operating system offers it needs more memory; it calls C
 * functions that take fewer arguments than it has by way of JavaScript, which drops the rest.
 * Anything else is not in the image, and so is an error.
 *
 * @param {() => Parts & Functions} python
 */
function imports(python) {
  /** @type {Function[]} thousands are called for one answer, a few over and over */
  const called = [];
  const known = {
    /** @param {number} size */
    emscripten_resize_heap: (size) => grow(python().memory, size >>> 0),
    /** @type {(place: number, self: number, given: number, named: number) => number} */
    _PyEM_TrampolineCall_JS: (place, ...given) => (called[place] ??= python().table.get(place))(...given),
  };
  const needed = new Proxy(/** @type {Record<string, Function>} */ (known), {
    get: (functions, name) => functions[String(name)] ?? missing(String(name)),
  });
  return new Proxy({}, { get: () => needed });
}

/** @param {string} name */
function missing(name) {
  return () => {
    throw new Error(`not in the image: ${name}`);
  };
}

/**
 * @param {WebAssembly.Memory} memory
 * @param {number} size in bytes
 */
function grow(memory, size) {
  try {
    memory.grow(Math.ceil((size - memory.buffer.byteLength) / 65536));
    return 1;
  } catch {
    return 0;
  }
}

/**
 * Call the calculator: text in, text out, both as UTF-8 in Python's memory.
 *
 * @param {Parts & Functions} python
 * @param {string} request
 * @returns {string}
 */
function respond(python, request) {
  const bytes = new TextEncoder().encode(request);
  // One word more, for the answer's length.
  const place = python.malloc(bytes.length + 8) >>> 0;
  if (!place) throw new Error("the image has no memory left");
  new Uint8Array(python.memory.buffer).set(bytes, place + 4);
  const question = python.PyUnicode_FromStringAndSize(place + 4, bytes.length);
  const answer = question && python.PyObject_CallOneArg(python.respond.value, question);
  if (!answer) throw new Error("the image has no answer");
  const start = python.PyUnicode_AsUTF8AndSize(answer, place) >>> 0;
  const length = new DataView(python.memory.buffer).getUint32(place, true);
  if (!start) throw new Error("the image's answer is no text");
  const text = new TextDecoder().decode(new Uint8Array(python.memory.buffer, start, length));
  python.Py_DecRef(answer);
  python.Py_DecRef(question);
  python.free(place);
  return text;
}
