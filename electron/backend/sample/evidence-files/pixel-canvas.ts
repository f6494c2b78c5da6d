import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

/** Both colours in parts. */
export const blend = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

export const shade = (colour: Colour, factor: number): Colour => [
  Math.min(255, colour[0] * factor),
  Math.min(255, colour[1] * factor),
  Math.min(255, colour[2] * factor),
];

export type Canvas = ReturnType<typeof createCanvas>;

/** A small drawing surface. It is drawn at twice the size and halved at the end, which smooths the edges. */
export function createCanvas(width: number, height: number) {
  const [wide, high] = [width * 2, height * 2];
  const pixels = new Uint8Array(wide * high * 3);

  /** Paints the points of a box for which `inside` holds, a colour a row; coordinates are those of the finished picture. */
  function paint(
    box: readonly [x: number, y: number, width: number, height: number],
    colour: (y: number) => Colour,
    inside: (x: number, y: number) => boolean = () => true,
  ): void {
    const [left, top] = [Math.max(0, Math.round(box[0] * 2)), Math.max(0, Math.round(box[1] * 2))];
    const [right, bottom] = [
      Math.min(wide, Math.round((box[0] + box[2]) * 2)),
      Math.min(high, Math.round((box[1] + box[3]) * 2)),
    ];
    for (let y = top; y < bottom; y++) {
      const [red, green, blue] = colour(y / 2);
      for (let x = left; x < right; x++) {
        if (!inside(x / 2, y / 2)) continue;
        const offset = (y * wide + x) * 3;
        pixels[offset] = red;
        pixels[offset + 1] = green;
        pixels[offset + 2] = blue;
      }
    }
  }

  return {
    width,
    height,

    /** A rectangle, shaded from top to bottom. */
    box(x: number, y: number, w: number, h: number, top: Colour, bottom: Colour = top): void {
      paint([x, y, w, h], (at) => blend(top, bottom, (at - y) / h));
    },

    ellipse(x: number, y: number, rx: number, ry: number, top: Colour, bottom: Colour = top): void {
      paint(
        [x - rx, y - ry, 2 * rx, 2 * ry],
        (at) => blend(top, bottom, (at - y + ry) / (2 * ry)),
        (px, py) => ((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 <= 1,
      );
    },

    /** Between two heights at the left and two at the right edge. */
    quad(
      x: number,
      w: number,
      left: readonly [number, number],
      right: readonly [number, number],
      colour: Colour,
    ): void {
      const top = Math.min(left[0], right[0]);
      const edge = (from: number, to: number, at: number): number => from + ((to - from) * (at - x)) / w;
      paint(
        [x, top, w, Math.max(left[1], right[1]) - top],
        () => colour,
        (px, py) => py >= edge(left[0], right[0], px) && py <= edge(left[1], right[1], px),
      );
    },

    toPng: (): Buffer => encodePng(halve(pixels, width, height), width, height),
  };
}

function halve(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const halved = new Uint8Array(width * height * 3);
  const row = width * 2 * 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const at = y * 2 * row + x * 6 + channel;
        const sum = pixels[at]! + pixels[at + 3]! + pixels[at + row]! + pixels[at + row + 3]!;
        halved[(y * width + x) * 3 + channel] = sum >> 2;
      }
    }
  }
  return halved;
}

function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const stride = width * 3;
  const filtered = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    // Filter 2: each byte as the difference to the one above, which suits shaded walls.
    filtered[y * (stride + 1)] = 2;
    for (let x = 0; x < stride; x++) {
      const above = y === 0 ? 0 : pixels[(y - 1) * stride + x]!;
      filtered[y * (stride + 1) + 1 + x] = pixels[y * stride + x]! - above;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, contents: Buffer): Buffer {
  const framed = Buffer.alloc(contents.length + 12);
  framed.writeUInt32BE(contents.length, 0);
  framed.write(type, 4, 'latin1');
  framed.set(contents, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, -4)), framed.length - 4);
  return framed;
}
