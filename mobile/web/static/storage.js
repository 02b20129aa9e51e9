// The files of this address, each open for this thread alone, and what the browser says of room.
// Nothing here fails: what went wrong is an answer too, since not every engine carries a failure
// from a promise into Python.
const FOLDER = "sinar", CHANNEL = "sinar-window", RETRY_MS = 50;

const kind = (error) => {
  const name = String(error && error.name || error);
  if (name === "NoModificationAllowedError" || name === "InvalidStateError") return "in use";
  return name + " " + String(error && error.message || "");
};

const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, {create: true});

async function opened(place, name) {
  const file = await place.getFileHandle(name, {create: true});
  return file.createSyncAccessHandle();
}

// All files that are there, and those of `wanted` that are not: {files: [[name, handle]], trouble}.
// The thread of a page that was closed or loaded anew can hold them on for a moment, and says
// nothing: only a window that answers, or `patience` ms, make them another one's.
export async function open(wanted, patience) {
  const asking = new BroadcastChannel(CHANNEL);
  let answered = false;
  asking.onmessage = ({data}) => { answered ||= data === "here"; };
  try {
    for (const end = performance.now() + patience;;) {
      const answer = await all(wanted);
      if (answer.trouble !== "in use" || answered || performance.now() > end) return answer;
      asking.postMessage("who");
      await new Promise((done) => setTimeout(done, RETRY_MS));
    }
  } finally { asking.close(); }
}

async function all(wanted) {
  const files = [];
  try {
    if (!self.FileSystemSyncAccessHandle) return {files, trouble: "none"};
    const place = await folder(), names = new Set(wanted);
    for await (const name of place.keys()) names.add(name);
    for (const name of names) files.push([name, await opened(place, name)]);
    return {files, trouble: ""};
  } catch (error) {
    for (const [, handle] of files) handle.close();
    return {files: [], trouble: kind(error)};
  }
}

// One file more; null when there is none to be had.
export async function more(name) {
  try { return await opened(await folder(), name); } catch { return null; }
}

// How much room there is, and whether the browser has promised to keep what lies here.
export async function room() {
  try {
    const {quota, usage} = await navigator.storage.estimate();
    const kept = navigator.storage.persisted ? await navigator.storage.persisted() : false;
    return {quota: quota || 0, usage: usage || 0, kept};
  } catch { return {quota: 0, usage: 0, kept: false}; }
}

// Whoever has the files says so, and lets go when another window asks for them.
let line = null;
export function hold(letGo) {
  line = line || new BroadcastChannel(CHANNEL);
  line.onmessage = ({data}) => {
    if (data === "who") line.postMessage("here");
    if (data !== "let go") return;
    line.onmessage = null;
    try { letGo(); } finally { line.postMessage("gone"); }
  };
}

export function takeOver(patience) {
  line = line || new BroadcastChannel(CHANNEL);
  return new Promise((done) => {
    const end = (gone) => { line.onmessage = null; done(gone); };
    line.onmessage = ({data}) => { if (data === "gone") end(true); };
    line.postMessage("let go");
    setTimeout(() => end(false), patience);
  });
}
