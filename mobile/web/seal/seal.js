// The five ways of sealing that a package needs, as one module for the browser; made into
// ../static/seal.js by ./bundle. Noble's code is audited and needs nothing but plain JavaScript.
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { scrypt as stretched } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";

export const newKey = () => x25519.utils.randomSecretKey();
export const publicOf = (secret) => x25519.getPublicKey(secret);
export const shared = (secret, theirs) => x25519.getSharedSecret(secret, theirs);
export const derived = (secret, salt, info, size) => hkdf(sha256, secret, salt, info, size);
export const scrypt = (phrase, salt, N, r, p, dkLen) => stretched(phrase, salt, { N, r, p, dkLen });
export const sign = (digest, seed) => ed25519.sign(digest, seed);
export const seal = (key, nonce, data, bound) => chacha20poly1305(key, nonce, bound).encrypt(data);

// undefined: it is not what was sealed, or the key is another.
export const open = (key, nonce, data, bound) => {
  try { return chacha20poly1305(key, nonce, bound).decrypt(data); } catch { return undefined; }
};
