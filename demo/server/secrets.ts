/** Secrets at rest: AES-256-GCM with one key, which stands in the environment or in a file that only its owner may read. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** In the data folder. */
export const KEY_FILE = 'secret.key';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Told apart from whatever another scheme may write one day. */
const SCHEME = 'v1.';

export class SecretBox {
  private readonly key: Buffer;
  private readonly fingerprintKey: Buffer;

  constructor(key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error('A secret key is 32 bytes in base64.');
    const derived = (purpose: string): Buffer =>
      Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES));
    this.key = derived('secrets at rest');
    this.fingerprintKey = derived('fingerprints');
  }

  /** `context` says where the text belongs: sealed there, it opens nowhere else. */
  seal(text: string, context: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return SCHEME + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Throws for what was not sealed with this key and context. */
  open(sealed: string, context: string): string {
    if (!sealed.startsWith(SCHEME)) throw new Error('This was not sealed here.');
    const bytes = Buffer.from(sealed.slice(SCHEME.length), 'base64url');
    const start = NONCE_BYTES + TAG_BYTES;
    if (bytes.length < start) throw new Error('This was not sealed here.');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, start));
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString();
  }

  /** The same for the same text, and nothing to guess a secret by for who has not the key. */
  fingerprint(text: string): string {
    return createHmac('sha256', this.fingerprintKey).update(text).digest('base64url');
  }
}

/** The key of the environment, else of the file `secret.key` in the folder, which is made where there is none. */
export const openSecretBox = async (
  given: string | undefined,
  folder: string,
): Promise<SecretBox> => new SecretBox(Buffer.from(given ?? (await keyInFile(folder)), 'base64'));

const keyInFile = async (folder: string): Promise<string> => {
  const file = path.join(folder, KEY_FILE);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    // Fails where the file is there, so that no key is ever written over.
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(randomBytes(KEY_BYTES).toString('base64'));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // One that was copied here may be open to others.
  await chmod(file, 0o600);
  return readFile(file, 'utf8');
};
