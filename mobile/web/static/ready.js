// Python's memory as it stands once all is read is kept for the next start: that one need not read.
const CACHE = "hp-siap", BASE = "/hp/siap/", TRIES = 2, PARTS = ["memory", "app", "library"];
const PAGE = 65536;

const key = (archive, part) => BASE + archive.split("/").pop() + "." + part;
const kept = async (address) => (await caches.open(CACHE)).match(address);
const put = async (address, what, headers = {}) => (await caches.open(CACHE)).put(
  address, new Response(what, {headers: {"X-Size": String(what.size || what.length), ...headers}}));

// Where there is something in the memory: [place, bytes], first the words that stand before it. A
// third of it is empty, and costs neither room nor time nor memory as long as nobody touches it.
function filled(memory) {
  const words = new Int32Array(memory.buffer), head = words[1], pieces = [[0, head]];
  for (let at = head; at < memory.length; at += PAGE) {
    const end = Math.min(at + PAGE, memory.length), last = pieces.at(-1);
    if (words.subarray(at / 4, end / 4).every((word) => !word)) continue;
    if (pieces.length > 1 && last[0] + last[1] === at) last[1] += end - at;
    else pieces.push([at, end - at]);
  }
  return pieces;
}

// Piece by piece into one place, which can be given back at once.
async function read(answer) {
  const whole = new Uint8Array(Number(answer.headers.get("X-Size")));
  let at = 0;
  for (const reader = answer.body.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) break;
    whole.set(value, at);
    at += value.length;
  }
  if (at !== whole.length) throw new Error("cut");
  return whole;
}

// What the app is called today: its address names its content.
export async function archive() {
  const {files} = await (await fetch("/hp/files.json")).json();
  return files["app.zip"][0];
}

// All parts of this very archive, or null; any other is of an older version.
export async function found(archive) {
  const there = await Promise.all(PARTS.map((part) => kept(key(archive, part))));
  if (!there.every(Boolean)) return null;
  const [memory, app, library] = await Promise.all(there.map(read));
  return {memory, app, library, ...JSON.parse(there[0].headers.get("X-Filled"))};
}

// Only for speed: where there is no room for it, all goes on as before.
export function keep(archive, {memory, app, library}) {
  const pieces = filled(memory), size = memory.length;
  const full = new Blob(pieces.map(([at, long]) => memory.subarray(at, at + long)));
  return Promise.all([
    put(key(archive, "memory"), full, {"X-Filled": JSON.stringify({pieces, size})}),
    put(key(archive, "app"), app), put(key(archive, "library"), library),
  ]);
}

// Back to where each was, once Python's memory is as large as it was.
export const putBack = ({memory, pieces: [[, head], ...pieces], size}) => (grown) => {
  const now = grown(size - head);
  let from = head;
  for (const [at, long] of pieces) now.set(memory.subarray(from, from += long), at - head);
};

export const drop = () => caches.delete(CACHE);

// A phone that died of the making is asked once more, not at every start.
export async function mayTry(archive) {
  const count = key(archive, "kali"), there = await kept(count);
  const before = there ? Number(await there.text()) : 0;
  if (!there) await drop();
  await put(count, String(before + 1));
  return before < TRIES;
}
