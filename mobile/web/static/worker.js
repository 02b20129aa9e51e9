// Python in a thread of its own: starts beside the drawing, and waits for it to ask for the app.
import {request} from "/hp/net.js";
import * as ready from "/hp/ready.js";

const BASE = "/hp/", HOME = "/home/pyodide", ARCHIVE = HOME + "/app.zip", LIBRARY = "/lib/python314.zip";
// The app opens without, should the making not come to an end.
const PATIENCE_MS = 90000;
const flet = {}, sinar = {request};
const waiting = [];
let begun = null;

// What the page says before Python listens is kept for it.
sinar.listen = (heard) => {
  sinar.heard = heard;
  for (const told of waiting.splice(0)) heard(told);
};
sinar.tell = (told, files) => postMessage({told: JSON.parse(told), files});
// What Python needs in the browser's own language, read when it is first asked for.
sinar.load = (name) => import(BASE + name);

const receive = (message) => {
  const bytes = message.toJs();
  postMessage(bytes, [bytes.buffer]);
};
flet.receive_callback = receive;

// Modules are read out of the archive as it is; what must be a file of its own is taken out.
const UNPACK = `
import sys, zipfile
with zipfile.ZipFile("${ARCHIVE}") as archive:
    archive.extractall("${HOME}", [n for n in archive.namelist() if not n.endswith(".py")])
`;
const READ = `
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["${HOME}/__pypackages__", "${ARCHIVE}/__pypackages__", "${ARCHIVE}"]
from mobile.web.main import main
`;
// Both archives lie in the phone's memory as long as the app runs: small from now on.
const SQUEEZE = `
import importlib, io, zipfile
for path in ("${ARCHIVE}", "${LIBRARY}"):
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with open(path, "wb") as file:
        file.write(out.getvalue())
del out, old, new, file
importlib.invalidate_caches()
`;
const AHEAD = `
from mobile.web.ahead import read_ahead
read_ahead()
import gc
gc.collect()
`;

async function python(archive, options) {
  const {loadPyodide} = await import(BASE + "pyodide/pyodide.mjs");
  const made = await loadPyodide({
    indexURL: BASE + "pyodide/",
    packages: [],
    env: {HOME, MSGPACK_PUREPYTHON: "1"},
    stdout: (words) => console.log(words),
    stderr: (words) => console.warn(words),
    ...options,
  });
  made.FS.writeFile(ARCHIVE, new Uint8Array(await archive), {canOwn: true});
  return made;
}

const whole = async (address) => (await fetch(address)).arrayBuffer();

// In a thread that ends with it: Python reads all it needs, and its memory is kept.
async function make({archive}) {
  const made = await python(whole(archive), {_makeSnapshot: true});
  made.runPython(SQUEEZE + UNPACK + READ + AHEAD);
  await ready.keep(archive, {
    memory: made.makeMemorySnapshot(), app: made.FS.readFile(ARCHIVE), library: made.FS.readFile(LIBRARY),
  });
}

function madeElsewhere(archive) {
  return new Promise((done) => {
    const maker = new Worker(BASE + "worker.js", {type: "module"});
    const end = (told) => {
      if (!told.data || !told.data.made) console.warn("memory: " + (told.message || told.data && told.data.failed));
      maker.terminate();
      done();
    };
    maker.onmessage = maker.onerror = end;
    setTimeout(() => end({message: "no answer"}), PATIENCE_MS);
    maker.postMessage({make: {archive}});
  });
}

async function kept(archive) {
  try {
    const there = await ready.found(archive);
    if (there || !await ready.mayTry(archive)) return there;
    postMessage({making: true});
    await madeElsewhere(archive);
    return await ready.found(archive);
  } catch (error) {
    console.warn("kept memory: " + error);
    await ready.drop().catch(() => {});
    return null;
  }
}

async function fromMemory(there) {
  const {memory, app, library} = there;
  const stdLibURL = URL.createObjectURL(new Blob([library]));
  const made = await python(app, {_loadSnapshot: memory, _putBack: ready.putBack(there), stdLibURL});
  // It holds on to what it was given: as much again as its own memory, given back at once.
  delete made._api.config._loadSnapshot;
  delete made._api.config._putBack;
  if (memory.buffer.transfer) memory.buffer.transfer(0);
  URL.revokeObjectURL(stdLibURL);
  made.runPython(UNPACK);
  return made;
}

async function fromTheBeginning(archive) {
  const made = await python(whole(archive), {});
  made.runPython(UNPACK + READ);
  return made;
}

async function opened() {
  const archive = await ready.archive(), there = await kept(archive);
  if (there) try { return await fromMemory(there); } catch (error) {
    console.warn("kept memory: " + error);
    await ready.drop().catch(() => {});
  }
  return fromTheBeginning(archive);
}

async function begin({address, told}) {
  flet.documentUrl = address;
  const made = await opened();
  made.registerJsModule("flet_js", flet);
  made.registerJsModule("sinar_js", sinar);
  sinar.begin = JSON.stringify(told);
  await made.runPythonAsync("from mobile.web.main import main\nmain()");
}

self.onmessage = async ({data}) => {
  if (data instanceof Uint8Array) return flet.send && flet.send(data);
  if (data.heard) return sinar.heard ? sinar.heard(JSON.stringify(data.heard)) : waiting.push(JSON.stringify(data.heard));
  try {
    if (data.make) {
      await make(data.make);
      return postMessage({made: true});
    }
    if (data.begin) await (begun = begin(data.begin));
    if (data.connect) {
      await begun;
      await flet.start_connection(receive);
      postMessage({ready: true});
    }
  } catch (error) {
    // Should what was kept be the reason, then it is gone when the person tries again.
    await ready.drop().catch(() => {});
    postMessage({failed: String(error && error.message || error)});
  }
};
