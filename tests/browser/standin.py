"""Files for an engine that lends no synchronous ones (WebKitGTK), in tests only: over IndexedDB.

A thread of its own writes; a flush sleeps until that thread has said that it is stored.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

from server.hp.app.built import FOLDER, LIST

WORKER = b"""
let base = null;
const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});
async function opened() {
  const request = indexedDB.open("stand-in", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("deeds", {autoIncrement: true});
  return asked(request);
}
function stored(deeds) {
  return new Promise((done, failed) => {
    const deal = base.transaction("deeds", "readwrite", {durability: "strict"});
    for (const deed of deeds) deal.objectStore("deeds").add(deed);
    deal.oncomplete = done;
    deal.onerror = deal.onabort = () => failed(deal.error);
  });
}
onmessage = async ({data}) => {
  base = base || await opened();
  if (data.file) {
    const all = await asked(base.transaction("deeds").objectStore("deeds").getAll());
    return postMessage(all.filter((deed) => deed.file === data.file));
  }
  let outcome = 1;
  try { await stored(data.deeds); } catch { outcome = 2; }
  Atomics.store(data.flag, 0, outcome);
  Atomics.notify(data.flag, 0);
};
"""

HANDLE = b"""
class StandIn {
  constructor(file, thread, deeds) {
    this.file = file; this.thread = thread; this.bytes = new Uint8Array(0); this.waiting = [];
    for (const deed of deeds) this.done(deed);
  }
  done({at, data, size}) {
    const end = data ? Math.max(this.bytes.length, at + data.length) : size;
    const grown = new Uint8Array(end);
    grown.set(this.bytes.subarray(0, end));
    if (data) grown.set(data, at);
    this.bytes = grown;
  }
  keep(deed) { this.done(deed); this.waiting.push({file: this.file, ...deed}); }
  getSize() { return this.bytes.length; }
  read(out, {at = 0} = {}) {
    const part = this.bytes.subarray(at, at + out.length);
    out.set(part);
    return part.length;
  }
  write(data, {at = 0} = {}) { this.keep({at, data: new Uint8Array(data)}); return data.length; }
  truncate(size) { this.keep({size}); }
  flush() {
    if (!this.waiting.length) return;
    const shared = new WebAssembly.Memory({initial: 1, maximum: 1, shared: true});
    const flag = new Int32Array(shared.buffer, 0, 1);
    this.thread.postMessage({deeds: this.waiting, flag});
    this.waiting = [];
    if (Atomics.wait(flag, 0, 0, 10000) === "timed-out" || flag[0] !== 1) throw new Error("flush");
  }
  close() { this.flush(); this.thread.terminate(); }
}
self.FileSystemSyncAccessHandle = self.FileSystemSyncAccessHandle || StandIn;
FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
  const thread = new Worker("/hp/stand_in.js");
  const told = new Promise((done) => { thread.onmessage = ({data}) => done(data); });
  thread.postMessage({file: this.name});
  return new StandIn(this.name, thread, await told);
};
"""


def app_with_stand_in(folder: Path) -> Path:
    """The packed app once more, with files of another kind."""
    shutil.copytree(FOLDER, folder, copy_function=os.link)
    told = json.loads((folder / LIST).read_text("utf-8"))
    own = (folder / "files" / Path(told["files"]["storage.js"][0]).name).read_bytes()
    for name, data in (("storage.js", HANDLE + own), ("stand_in.js", WORKER)):
        address = f"{hashlib.sha256(data).hexdigest()[:20]}.js"
        (folder / "files" / address).write_bytes(data)
        told["files"][name] = [f"/hp/b/{address}", len(data), len(data), "first", []]
    beside = folder / f"{LIST}.new"  # the copy shares its bytes with the real one
    beside.write_text(json.dumps(told), "utf-8")
    beside.replace(folder / LIST)
    return folder
