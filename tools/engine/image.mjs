/**
 * Runs Python once, with the calculator imported and warmed, and writes down what is then in its memory.
 *
 *     node image.mjs <pyodide> <wasm> <inside> <out> <name=folder> …
 *
 * `<wasm>` is Pyodide's WebAssembly made observable by lean.py, `<inside>` the folder of the scripts
 * that are run inside, `name=folder` a Python package. Into `<out>` go `memory.bin` and `state.json`.
 *
 * It starts twice: from Pyodide's standard library to learn which modules are needed and to compile
 * them; then from the compiled modules alone. Pyodide's own Python side is never imported: the
 * calculator is one function from text to text.
 */

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import "./still.mjs";

const [pyodide, wasm, inside, out, ...packages] = process.argv.slice(2);
const [major, minor] = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8")).info.python.split(".");
const LIBRARY = `/lib/python${major}.${minor}`;

/** Every module comes from a file, without its documentation. */
const FLAGS = ["-OO", "-S", "-X", "frozen_modules=off"];

/** Where CPython names the modules that are built into it as code. */
const FROZEN = ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"];

/** Load Pyodide's glue, which expects to be a script of CommonJS. */
function loadGlue() {
  const path = join(pyodide, "pyodide.asm.js");
  Object.assign(globalThis, { require: createRequire(path), __dirname: pyodide, __filename: path });
  vm.runInThisContext(readFileSync(path, "utf8"), { filename: "pyodide.asm.js" });
}

const code = new WebAssembly.Module(readFileSync(wasm));

/** Start Python; `install` puts its files in place. */
async function start(install) {
  const python = { said: [] };
  const say = (line) => python.said.push(line);
  python.glue = await globalThis._createPyodideModule({
    thisProgram: "python",
    arguments: [...FLAGS],
    print: say,
    printErr: say,
    API: { config: { jsglobals: globalThis, packages: [], env: {} }, runtimeEnv: { IN_NODE: true } },
    preRun: [
      (glue) => {
        // Else the language is that of whoever builds.
        Object.assign(glue.ENV, { PYTHONHASHSEED: "0", HOME: "/", LANG: "en_US.UTF-8" });
        glue.FS.mkdirTree(`${LIBRARY}/lib-dynload`);
        install(glue.FS);
      },
    ],
    instantiateWasm(imports, receive) {
      imports.sentinel = { create_sentinel: () => ({}), is_sentinel: () => false };
      // Without it Python calls C functions through JavaScript, which works in every browser.
      imports.env._PyEM_InitTrampoline_js = () => {};
      const instance = new WebAssembly.Instance(code, imports);
      python.imports = imports;
      python.exports = instance.exports;
      const known = Object.entries(instance.exports).filter(([name]) => !name.includes(" "));
      receive({ exports: Object.fromEntries(known) }, code);
      return {};
    },
  });
  return python;
}

/** Run a script of `inside`, as `python <script>` would; what it says is shown only if it fails. */
function run({ glue, said }, script) {
  const text = glue.stringToNewUTF8(readFileSync(join(inside, script), "utf8"));
  const failed = glue._PyRun_SimpleString(text);
  glue._free(text);
  if (failed) throw new Error(`${script} failed:\n${said.join("\n")}`);
}

/** Copy a folder of this machine into Python's file system, in the same order everywhere. */
function copy(fs, from, to, wanted = (name) => true) {
  fs.mkdirTree(to);
  const entries = readdirSync(from, { withFileTypes: true }).filter(({ name }) => name !== "__pycache__");
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const paths = [join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isDirectory()) copy(fs, ...paths, wanted);
    else if (wanted(entry.name)) fs.writeFile(paths[1], readFileSync(paths[0]));
  }
}

function copyPackages(fs, to, wanted) {
  for (const [name, folder] of packages.map((item) => item.split("="))) copy(fs, folder, `${to}/${name}`, wanted);
}

/** All files below a folder of Python's file system. */
function* filesBelow(fs, folder) {
  for (const name of fs.readdir(folder).filter((name) => !name.startsWith("."))) {
    const path = `${folder}/${name}`;
    if (fs.isDir(fs.stat(path).mode)) yield* filesBelow(fs, path);
    else yield { path, content: fs.readFile(path) };
  }
}

/** The modules that the calculator needs, compiled. */
async function compiledModules() {
  const python = await start((fs) => {
    fs.writeFile(`/lib/python${major}${minor}.zip`, readFileSync(join(pyodide, "python_stdlib.zip")));
    copy(fs, inside, "/inside");
    copy(fs, join(inside, "instead"), "/sources");
    copyPackages(fs, "/sources");
  });
  run(python, "paths.py");
  run(python, "warm.py");
  run(python, "plans.py");
  run(python, "compile.py");
  return [...filesBelow(python.glue.FS, "/compiled")];
}

/** Python with the calculator warmed and nothing left over. */
async function warmed(modules) {
  const python = await start((fs) => {
    copyPackages(fs, LIBRARY, (name) => !name.endsWith(".py"));
    copy(fs, inside, "/inside");
    for (const { path, content } of modules) {
      const to = path.replace("/compiled", LIBRARY);
      fs.mkdirTree(to.slice(0, to.lastIndexOf("/")));
      fs.writeFile(to, content);
    }
  });
  run(python, "warm.py");
  run(python, "tidy.py");
  return python;
}

/** What else than memory Python's state consists of. */
function state({ glue, imports, exports }) {
  const needed = WebAssembly.Module.imports(code).filter(({ kind }) => kind === "global");
  const own = Object.entries(exports).filter(([name]) => name.startsWith("global "));
  return {
    // Those that never change are plain numbers.
    imported: needed.map(({ module, name }) => [module, name, imports[module][name].value ?? imports[module][name]]),
    own: Object.fromEntries(own.map(([name, cell]) => [name.slice("global ".length), cell.value])),
    stack: [exports.emscripten_stack_get_end(), exports.emscripten_stack_get_base()],
    heap: [imports["GOT.mem"].__heap_base.value, exports.sbrk(0)],
    frozen: FROZEN.map((name) => glue.HEAPU32[(exports[name].value + imports.env.__memory_base.value) >>> 2]),
    ...JSON.parse(glue.FS.readFile("/functions.json", { encoding: "utf8" })),
  };
}

loadGlue();
const python = await warmed(await compiledModules());
const found = state(python);
writeFileSync(join(out, "memory.bin"), python.glue.HEAPU8);
writeFileSync(join(out, "state.json"), JSON.stringify(found, null, 1));
// Node waits for what Pyodide still listens to.
process.exit();
