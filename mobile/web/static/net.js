// One request to the kecamatan, told as it goes. It never fails: what went wrong is an answer too,
// since not every engine carries a failure from here into Python.
export function request(method, address, headers, body, patience, moved) {
  const ask = new XMLHttpRequest();
  const asking = new Promise((done) => {
    let timer = 0, before = 0;
    const end = (answer) => { clearTimeout(timer); moved = () => {}; done(answer); };
    // As long as bytes move, a slow link is waited for.
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { ask.abort(); end({trouble: "timeout"}); }, patience);
    };
    ask.open(method, address);
    ask.responseType = "arraybuffer";
    for (const [name, value] of JSON.parse(headers)) ask.setRequestHeader(name, value);
    ask.upload.onprogress = ({loaded}) => { wait(); moved(loaded - before); before = loaded; };
    ask.onprogress = wait;
    ask.onerror = () => end({trouble: "network"});
    ask.onabort = () => end({trouble: "aborted"});
    ask.onload = () => end({
      status: ask.status,
      headers: ask.getAllResponseHeaders(),
      body: new Uint8Array(ask.response || 0),
    });
    wait();
    ask.send(body && body.length ? body : null);
  });
  asking.stop = () => ask.abort();
  return asking;
}
