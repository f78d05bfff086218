/**
 * Compiles wheels in the newer Pyodide itself, so that they need no Python of its version here.
 *
 *     node newer.mjs <folder with wheels> <script of Python>
 */

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide-next";

const [folder, script] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdirTree("/wheels");
python.mountNodeFS("/wheels", folder);
python.runPython(readFileSync(script, "utf8"));
