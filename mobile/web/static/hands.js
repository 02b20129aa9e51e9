// What only a page may do with files: open the share sheet, or put one among the downloads.
(() => {
  "use strict";
  const dressed = ({names}, blobs) =>
    blobs.map((blob, k) => new File([blob], names[k].name, {type: names[k].type}));

  // Some browsers share pictures but not every kind of file: a stand-in asks before the sheet is offered.
  const picture = () => [new File([new Uint8Array(1)], "foto.jpg", {type: "image/jpeg"})];

  async function share(told, blobs) {
    const files = dressed(told, blobs), given = {title: told.title};
    if (told.text) given.text = told.text;
    if (files.length) given.files = files;
    if (!navigator.share || (files.length && !(navigator.canShare && navigator.canShare(given)))) return "cannot";
    try {
      await navigator.share(given);
      return "shared";
    } catch (error) {
      return error.name === "AbortError" ? "gave up" : "cannot";
    }
  }

  async function save(told, blobs) {
    const [file] = dressed(told, blobs), link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return "saved";
  }

  globalThis.sinarHands = {
    sheet: () => Boolean(navigator.share && navigator.canShare && navigator.canShare({files: picture()})),
    share, save,
  };
})();
