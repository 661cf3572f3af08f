import { crc32, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';

/** Returns a real picture of one colour. */
export function picture(format: 'png' | 'jpeg' | 'webp' | 'gif', width = 48, height = 32): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#4945ff' } })
    .toFormat(format)
    .toBuffer();
}

/** Returns an interlaced square: a few kilobytes, and decoded whole before it is made small. */
export function costlyPicture(side: number): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: '#4945ff' } })
    .png({ progressive: true, compressionLevel: 1 })
    .toBuffer();
}

/** Returns a photograph as a phone makes it: turned by its metadata, and with the place in it. */
export function phonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 1_200, height: 900, channels: 3, background: '#c2410c' } })
    .withExif({ IFD0: { ImageDescription: 'marker-of-a-place' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

export const SVG_WITH_SCRIPT = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);

export const HTML = Buffer.from('<!doctype html><title>x</title><script>alert(1)</script>');

/** Returns a second of silence in 8-bit mono. */
export function wave(): Buffer {
  const samples = Buffer.alloc(8_000, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}

/** Returns a ZIP archive of these entries, deflated. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  let offset = 0;
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  for (const { content, name } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** Returns a Word document, as far as anybody parses it. */
export function docx(more: readonly ZipEntry[] = []): Buffer {
  return zip([
    { name: '[Content_Types].xml', content: Buffer.from(CONTENT_TYPES) },
    { name: 'word/document.xml', content: Buffer.from('<w:document/>') },
    ...more,
  ]);
}
