// The page around the app: brings it onto the phone once, opens it from there, tells what goes on.
(() => {
  "use strict";
  const BASE = "/hp/", CACHE = "hp";
  const words = JSON.parse(document.getElementById("words").textContent);
  const part = (name) => document.getElementById(name);
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
  const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  // As Flutter itself asks which of its two drawing kits it may use (`flutter_bootstrap.js`).
  const blink = navigator.vendor === "Google Inc." || navigator.userAgent.includes("Edg/");
  const chromium = Boolean(
    blink && self.ImageDecoder && Intl.v8BreakIterator && Intl.Segmenter);
  let shown = false, worker = null, sink = null;

  // --- What the page says ------------------------------------------------------------------

  function say(sentence, small = "", detail = "") {
    if (!part("shell")) return;
    part("say").textContent = sentence;
    part("small").textContent = small;
    part("detail").textContent = detail;
    part("detail").hidden = !detail;
  }

  function offer(word, act) {
    if (!part("shell")) return;
    part("act").textContent = word;
    part("act").hidden = !word;
    part("act").onclick = act;
  }

  function stop(sentence, detail = "") {
    if (part("rail")) part("rail").hidden = true;
    say(sentence, "", detail);
    offer(words.coba_lagi, () => location.reload());
  }

  const mb = (bytes) => (bytes / 1e6).toFixed(1).replace(".", ",");

  // --- Bringing it onto the phone ----------------------------------------------------------

  class Load {
    constructor(files) {
      this.files = files;
      this.total = files.reduce((sum, file) => sum + file[2], 0);
      this.bytes = 0;
    }

    show() {
      const done = Math.min(this.bytes, this.total), rail = part("rail");
      const percent = Math.floor(100 * done / this.total);
      rail.hidden = false;
      rail.setAttribute("aria-valuenow", percent);
      part("bar").style.width = percent + "%";
      part("small").textContent =
        words.sudah.replace("{sudah}", mb(done)).replace("{semua}", mb(this.total));
    }

    async all() {
      const cache = await caches.open(CACHE), missing = [];
      for (const file of this.files)
        if (await cache.match(file[0])) this.bytes += file[2]; else missing.push(file);
      if (!missing.length) return;
      say(words.menyiapkan.replace("{mb}", Math.ceil(this.total / 1e6)));
      this.show();
      const one = async () => { for (let f; (f = missing.shift());) await this.file(cache, f); };
      await Promise.all([one(), one(), one()]);
    }

    // Whole when the link holds; after a break in pieces, and no piece is fetched twice.
    async file(cache, [address, size, wire, , pieces]) {
      if (await this.attempt(cache, address, size, wire)) return;
      if (!pieces.length) return this.patiently(cache, address, size, wire);
      const bodies = [];
      let first = null;
      for (const [place, long, light] of pieces) {
        if (await cache.match(place)) { this.bytes += light; this.show(); }
        else await this.patiently(cache, place, long, light);
        const kept = await cache.match(place);
        first = first || kept;
        bodies.push(await kept.blob());
      }
      const headers = new Headers(first.headers);
      headers.delete("Content-Encoding");
      headers.delete("Content-Length");
      if (address.endsWith(".wasm")) headers.set("Content-Type", "application/wasm");
      if (address.endsWith(".js")) headers.set("Content-Type", "text/javascript");
      await cache.put(address, new Response(new Blob(bodies), {headers}));
      for (const [place] of pieces) await cache.delete(place);
    }

    async patiently(cache, address, size, wire) {
      for (let wait = 1; !await this.attempt(cache, address, size, wire); wait = Math.min(wait * 2, 20)) {
        part("small").textContent = words.menunggu_sinyal;
        await Promise.race([pause(wait), new Promise((up) => addEventListener("online", up, {once: true}))]);
      }
    }

    async attempt(cache, address, size, wire) {
      let got = 0, told = 0;
      try {
        const answer = await fetch(address, {credentials: "omit"});
        if (!answer.ok) throw new Error(answer.status);
        const kept = cache.put(address, answer.clone());
        kept.catch(() => {});
        for (const reader = answer.body.getReader(); ;) {
          const {done, value} = await reader.read();
          if (done) break;
          got += value.length;
          const now = wire * Math.min(got / size, 1);
          this.bytes += now - told;
          told = now;
          this.show();
        }
        await kept;
        if (got !== size) { await cache.delete(address); throw new Error("cut"); }
        return true;
      } catch (error) {
        this.bytes -= told;
        if (error.name === "QuotaExceededError") throw error;
        if (String(error.message) === "404") throw new Error("404 " + address);
        return false;
      }
    }
  }

  async function list() {
    for (let wait = 1; ; wait = Math.min(wait * 2, 20)) {
      try {
        const answer = await fetch(BASE + "files.json", {cache: "no-cache", credentials: "omit"});
        if (answer.ok) return answer.json();
      } catch { /* no link yet */ }
      say(words.menunggu_sinyal);
      await pause(wait);
    }
  }

  const controlled = () => new Promise((done) => {
    if (navigator.serviceWorker.controller) return done();
    navigator.serviceWorker.addEventListener("controllerchange", () => done(), {once: true});
  });

  // --- Versions: looked for behind the app's back, taken into use before it runs --------------

  async function newest(registration) {
    if (!registration.waiting) return false;
    const changed = new Promise((done) =>
      navigator.serviceWorker.addEventListener("controllerchange", () => done(true), {once: true}));
    registration.waiting.postMessage("take over");
    return Promise.race([changed, pause(3).then(() => false)]);
  }

  function watch(registration) {
    const ready = () => { if (registration.waiting) hear({what: "update"}); };
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      if (coming) coming.addEventListener("statechange", () => coming.state === "installed" && ready());
    });
    ready();
    const look = () => registration.update().catch(() => {});
    setTimeout(look, 5000);
    setInterval(look, 6 * 3600 * 1000);
  }

  // --- The app -----------------------------------------------------------------------------

  const early = [];
  const hear = (heard) => worker ? worker.postMessage({heard}) : early.push(heard);

  const handed = ({number}, outcome) => hear({what: "handed", number, outcome});
  const asked = {
    install: async () => {
      const offered = asked.offered;
      if (!offered) return;
      asked.offered = null;
      offered.prompt();
      const {outcome} = await offered.userChoice;
      hear({what: "install", outcome});
    },
    // The first screen is drawn: this page has done its part.
    shown: () => {
      shown = true;
      performance.mark("shown");
      if (part("shell")) part("shell").remove();
    },
    reload: () => location.reload(),
    remind: async () => hear({what: "remind", state: await sinarRemind.ask()}),
    waiting: sinarRemind.waiting,
    share: async (told, files) => handed(told, await sinarHands.share(told, files)),
    save: async (told, files) => handed(told, await sinarHands.save(told, files)),
    persist: async () => {
      const yes = navigator.storage && navigator.storage.persist && await navigator.storage.persist();
      hear({what: "persist", yes: Boolean(yes)});
    },
  };

  function startPython(told) {
    worker = new Worker(BASE + "worker.js", {type: "module"});
    let ready;
    const running = new Promise((done) => { ready = done; });
    worker.onerror = (event) => shown || stop(words.tidak_terbuka, event.message || "worker.js");
    worker.onmessage = ({data}) => {
      if (data instanceof Uint8Array) sink(data);
      else if (data.ready) ready();
      else if (data.making) say(words.membuka, words.menata);
      else if (data.failed) stop(words.tidak_terbuka, data.failed);
      else if (data.told && asked[data.told.ask]) asked[data.told.ask](data.told, data.files);
    };
    worker.postMessage({begin: {address: location.href, told}});
    early.splice(0).forEach(hear);
    globalThis.jsConnect = async (_app, _args, received) => {
      sink = received;
      worker.postMessage({connect: true});
      await running;
    };
    globalThis.jsSend = async (_app, data) => worker.postMessage(data, [data.buffer]);
    globalThis.jsDisconnect = async () => worker.terminate();
  }

  function startDrawing() {
    globalThis.flet = {
      pyodide: true, multiView: false, noCdn: true, entrypointBaseUrl: BASE, assetBase: BASE,
      routeUrlStrategy: "hash", canvasKitBaseUrl: BASE + "canvaskit/", webRenderer: "canvaskit",
      fontFallbackBaseUrl: BASE + "assets/fonts/",
    };
    flet.flutterAppLoaded = new Promise((done) => { flet.flutterAppResolve = done; });
    const script = document.createElement("script");
    script.src = BASE + "flutter_bootstrap.js";
    script.onerror = () => stop(words.tidak_terbuka, "flutter_bootstrap.js");
    document.body.append(script);
  }

  function listen() {
    const awake = (why) => hear({what: "awake", why});
    document.addEventListener("visibilitychange", () =>
      hear({what: document.hidden ? "hidden" : "awake", why: "visible"}));
    document.addEventListener("resume", () => awake("resume"));
    addEventListener("online", () => awake("online"));
    // A page that is left lets go of the files at once: the next one, opened from the icon or with
    // something shared, needs them. All that was confirmed is on disk. Should the browser bring
    // this page back, it begins anew.
    addEventListener("pagehide", () => worker && worker.terminate());
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      asked.offered = event;
      hear({what: "can install"});
    });
    addEventListener("appinstalled", () => { hear({what: "installed"}); asked.persist(); });
  }

  // --- From the address to the app ------------------------------------------------------------

  // The code stands behind the #, which no browser sends; it is taken out of sight at once.
  function wish() {
    const fragment = new URLSearchParams(location.hash.slice(1));
    const query = new URLSearchParams(location.search);
    const told = {kode: fragment.get("kode") || "", buka: query.get("buka") || ""};
    if (told.kode || told.buka || location.search) history.replaceState(null, "", BASE);
    return told;
  }

  function lacking() {
    if (!self.isSecureContext) return words.butuh_https;
    if (!navigator.serviceWorker || !self.WebAssembly || !self.caches) return words.peramban_lama;
    if (!navigator.storage || !navigator.storage.getDirectory) return words.tanpa_simpanan;
    return "";
  }

  async function open() {
    const told = wish();
    const reason = lacking();
    if (reason) return stop(reason);
    listen();
    let registration = await navigator.serviceWorker.getRegistration(BASE);
    if (navigator.serviceWorker.controller && registration) {
      if (await newest(registration)) {
        if (told.kode) location.hash = "kode=" + told.kode;
        return location.reload();
      }
    } else {
      const {files} = await list();
      const kind = chromium ? "chromium" : "others";
      await new Load(Object.values(files).filter((f) => f[3] === "first" || f[3] === kind)).all();
      say(words.membuka);
      registration = await navigator.serviceWorker.register(
        BASE + "sw.js?k=" + (chromium ? "c" : "o"), {scope: BASE, updateViaCache: "none"});
      await controlled();
    }
    if (part("rail")) part("rail").hidden = true;
    startPython({...told, installed, apple, address: location.origin, sheet: sinarHands.sheet(), reminder: sinarRemind.state()});
    startDrawing();
    watch(registration);
  }

  open().catch((error) => {
    const full = error && error.name === "QuotaExceededError";
    stop(full ? words.penuh : words.tidak_terbuka, full ? "" : String(error && error.message || error));
  });
})();
