// A camera's or gallery's picture made into a stored photo by the browser's own codec: upright, within
// the budget, the strip below, nothing else in it. Never fails: what went wrong is an answer too.
const FACE = "Jakarta";
let face = null;

function loaded(font) {
  face = face || (async () => {
    if (!font || !self.FontFace || !self.fonts) return "";
    try {
      const own = new FontFace(FACE, font);
      await own.load();
      self.fonts.add(own);
      return FACE;
    } catch { return ""; }  // a damaged font must not cost the photo
  })();
  return face;
}

// Chromium reduces a JPEG while it decodes it, by eighths; elsewhere it is decoded in full.
async function reduced(bytes, type, [wide, high], side) {
  const eighths = Math.ceil(8 * side / Math.max(wide, high));
  if (type !== "image/jpeg" || eighths >= 8 || !self.ImageDecoder) return null;
  const decoder = new ImageDecoder({
    data: bytes, type, preferAnimation: false,
    desiredWidth: Math.ceil(wide * eighths / 8), desiredHeight: Math.ceil(high * eighths / 8),
  });
  try {
    const {image} = await decoder.decode({frameIndex: 0, completeFramesOnly: true});
    // One that does not say how it is turned is decoded the other way.
    const enough = Math.max(image.displayWidth, image.displayHeight) >= side;
    if (image.rotation === undefined || !enough) { image.close(); return null; }
    return image;
  } catch { return null; } finally { decoder.close(); }
}

const decoded = async (bytes, type, size, side) =>
  await reduced(bytes, type, size, side) ||
  createImageBitmap(new Blob([bytes], {type}), {imageOrientation: "from-image"});

const fitted = (wide, high, side) => {
  const scale = Math.min(1, side / Math.max(wide, high));
  return [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
};

function canvas(wide, high, paper) {
  const made = new OffscreenCanvas(wide, high);
  const pen = made.getContext("2d", {alpha: false});
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = paper;
  pen.fillRect(0, 0, wide, high);
  return [made, pen];
}

function drawn(source, [wide, high]) {
  const [made, pen] = canvas(wide, high, "#fff");
  pen.drawImage(source, 0, 0, wide, high);
  return made;
}

// Half at a time: a single step down of more than that leaves out pixels in some engines.
function shrunk(source, [wide, high], from) {
  let current = source, [w, h] = from;
  while (w >= 2 * wide && h >= 2 * high && w * h < 40e6) {
    [w, h] = [Math.max(wide, Math.ceil(w / 2)), Math.max(high, Math.ceil(h / 2))];
    current = drawn(current, [w, h]);
  }
  return w === wide && h === high && current !== source ? current : drawn(current, [wide, high]);
}

function written(pen, line, x, y, room, rules, family) {
  const faces = family ? `${family}, sans-serif` : "sans-serif";
  let size = rules.letter, words = line;
  const wide = () => { pen.font = `${size}px ${faces}`; return pen.measureText(words).width; };
  while (size > rules.smallest && wide() > room) size--;
  while (words && wide() > room) words = words.slice(0, -1);
  pen.fillText(words, x, y);
}

function withStrip(picture, lines, rules, family) {
  if (!lines.length) return picture;
  const wide = Math.max(picture.width, rules.strip_width);
  const high = picture.height + 2 * rules.padding + lines.length * rules.line;
  const [made, pen] = canvas(wide, high, `rgb(${rules.paper})`);
  pen.drawImage(picture, (wide - picture.width) >> 1, 0);
  pen.fillStyle = `rgb(${rules.ink})`;
  pen.textBaseline = "middle";
  lines.forEach((line, number) => {
    const middle = picture.height + rules.padding + number * rules.line + rules.line / 2;
    written(pen, line, 2 * rules.padding, middle, wide - 4 * rules.padding, rules, family);
  });
  return made;
}

const jpeg = (picture, quality) => picture.convertToBlob({type: "image/jpeg", quality: quality / 100});

// As the JPEG library scales its tables for a quality, in per cent.
const scale = (quality) => quality < 50 ? 5000 / quality : 200 - 2 * quality;
const quality = (scaled) => scaled > 100 ? 5000 / scaled : (200 - scaled) / 2;

// The best encoding within the budget; null when the picture needs fewer pixels first.
async function within(picture, rules) {
  const {best, worst, budget} = rules;
  let tried = best, blob = await jpeg(picture, tried), power = 0.61;
  if (blob.size <= budget) return blob;
  if (blob.size * (scale(best) / scale(worst)) ** power > 1.3 * budget) return null;
  for (let tries = 0; tries < 3; tries++) {
    const wanted = scale(tried) * (blob.size / (0.97 * budget)) ** (1 / power);
    const next = Math.max(worst, Math.min(tried - 1, Math.floor(quality(wanted))));
    const before = [scale(tried), blob.size];
    tried = next;
    blob = await jpeg(picture, tried);
    if (blob.size <= budget) return blob;
    if (tried === worst) return null;
    if (blob.size < before[1])
      power = Math.min(1.5, Math.max(0.2, -Math.log(blob.size / before[1]) / Math.log(scale(tried) / before[0])));
  }
  return null;
}

// The share of the lines that a decoder painted grey because their bytes are missing. They are the last of
// the file; where that is in an upright picture tells how it was turned.
function lost(picture, orientation, {grey, near_grey}) {
  const {width, height} = picture, {data} = picture.getContext("2d").getImageData(0, 0, width, height);
  const across = orientation > 4, lines = across ? width : height, long = across ? height : width;
  const first = [3, 4, 6, 7].includes(orientation);
  const isGrey = (line) => {
    for (let other = 0; other < long; other++) {
      const at = 4 * (across ? other * width + line : line * width + other);
      for (let part = 0; part < 3; part++) if (Math.abs(data[at + part] - grey) > near_grey) return false;
    }
    return true;
  };
  let count = 0;
  while (count < lines && isGrey(first ? count : lines - 1 - count)) count++;
  return count / lines;
}

const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

// `file`: its sides before it is turned, how it is to be turned, whether its end lacks.
export async function prepare(bytes, type, file, lines, told, font) {
  const rules = JSON.parse(told), strip = JSON.parse(lines), {size, orientation, cut} = JSON.parse(file);
  let source;
  try {
    source = await decoded(bytes, type, size, rules.sides[0]);
  } catch (error) { return {trouble: "broken", detail: String(error && error.message || error)}; }
  try {
    const whole = [source.displayWidth || source.width, source.displayHeight || source.height];
    const first = shrunk(source, fitted(...whole, rules.sides[0]), whole);
    source.close();
    if (cut && lost(first, orientation, rules) > rules.most_lost) return {trouble: "broken", detail: "end"};
    const family = strip.length ? await loaded(font) : "";
    const small = await jpeg(drawn(first, fitted(first.width, first.height, rules.small_side)), rules.small_quality);
    for (const side of rules.sides) {
      const now = fitted(first.width, first.height, side);
      const same = now[0] === first.width && now[1] === first.height;
      if (same && side !== rules.sides[0]) continue;  // it was this small from the start and did not fit
      const picture = withStrip(same ? first : drawn(first, now), strip, rules, family);
      const blob = await within(picture, rules);
      if (blob)
        return {
          trouble: "", jpeg: await bytesOf(blob), small: await bytesOf(small),
          wide: picture.width, high: picture.height,
        };
    }
    return {trouble: "large", detail: "bytes"};
  } catch (error) { return {trouble: "large", detail: String(error && error.message || error)}; }
}
