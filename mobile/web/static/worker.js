// Python in a thread of its own: starts beside the drawing, and waits for it to ask for the app.
import {request} from "/hp/net.js";
import * as ready from "/hp/ready.js";

const BASE = "/hp/", HOME = "/home/pyodide";
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

async function begin({address, told}) {
  flet.documentUrl = address;
  const coming = fetch(BASE + "app.zip");
  const compiled = coming.then(({url}) => ready.found(sinar.archive = url)).catch(() => null);
  const archive = coming.then((answer) => answer.arrayBuffer());
  const {loadPyodide} = await import(BASE + "pyodide/pyodide.mjs");
  const python = await loadPyodide({
    indexURL: BASE + "pyodide/",
    packages: [],
    env: {HOME},
    stdout: (words) => console.log(words),
    stderr: (words) => console.warn(words),
  });
  python.registerJsModule("flet_js", flet);
  python.registerJsModule("sinar_js", sinar);
  python.unpackArchive(await archive, "zip", {extractDir: HOME});
  const quick = await compiled;
  if (quick) python.unpackArchive(quick, "zip", {extractDir: HOME});
  sinar.begin = JSON.stringify(told);
  await python.runPythonAsync(
    "import sys; sys.path[:0] = ['" + HOME + "/__pypackages__', '" + HOME + "']\n" +
    "sys.dont_write_bytecode = " + (quick ? "True" : "False") + "\n" +
    "from mobile.web.main import main\n" +
    "main()"
  );
}

self.onmessage = async ({data}) => {
  if (data instanceof Uint8Array) return flet.send && flet.send(data);
  if (data.heard) return sinar.heard ? sinar.heard(JSON.stringify(data.heard)) : waiting.push(JSON.stringify(data.heard));
  try {
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
