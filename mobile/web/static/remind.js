// A word from the browser itself about what was not sent, where it has that and the person asked.
(() => {
  "use strict";
  const TAG = "belum-terkirim", CACHE = "hp-ingat", FLAG = "/hp/ingat";
  const offered = "Notification" in self && "SyncManager" in self && "serviceWorker" in navigator;
  const states = {default: "ask", granted: "on", denied: "refused"};
  let waits = false;
  const state = () => offered ? states[Notification.permission] : "";

  // Only a person's tap may lead here.
  async function ask() {
    await Notification.requestPermission();
    return state();
  }

  // How many reports wait, and what is said of them when nobody has the app open: it lies where the
  // service worker finds it, which is called once there is a signal.
  async function waiting({count, title, body}) {
    if (state() !== "on") return;
    const cache = await caches.open(CACHE), registration = await navigator.serviceWorker.ready;
    waits = count > 0;
    if (waits) {
      await cache.put(FLAG, Response.json({title, body}));
      await registration.sync.register(TAG);
    } else {
      await cache.delete(FLAG);
      for (const shown of await registration.getNotifications({tag: TAG})) shown.close();
    }
  }

  const calmly = (doing) => doing.catch((error) => console.warn("remind: " + error));

  // While the app is open the call comes in vain; who leaves it asks for it anew.
  addEventListener("visibilitychange", () => {
    if (document.hidden && waits) calmly(navigator.serviceWorker.ready.then((there) => there.sync.register(TAG)));
  });

  globalThis.sinarRemind = {state, ask, waiting: (told) => calmly(waiting(told))};
})();
