import { blend, createCanvas, shade, type Canvas, type Colour } from './pixel-canvas.ts';

export interface Picture {
  /** Decides what is to be seen: a sink, a cabinet, a notice board, a ward. */
  readonly title: string;
  /** As many lines stand on the notices in the picture. */
  readonly lines: readonly string[];
  readonly seed: number;
}

const white: Colour = [244, 246, 244];
const steel: Colour = [176, 184, 190];
const dark: Colour = [70, 78, 84];
const wood: Colour = [176, 132, 92];
const red: Colour = [196, 54, 48];
const blue: Colour = [58, 112, 168];

/** A photo-like picture, 640 × 480, under 60 kB, the same for the same input. */
export function makePng({ title, lines, seed }: Picture): Buffer {
  const canvas = createCanvas(640, 480);
  const random = seededRandom(seed);
  const wall = blend([206, 220, 214], [222, 216, 200], random());
  const horizon = 330 + Math.round(random() * 40);
  room(canvas, wall, horizon, random);
  const notices = Math.max(3, Math.min(9, lines.length));
  if (/洗手|水池|手卫生/u.test(title)) sink(canvas, horizon, notices);
  else if (/冰箱|冷链|药|抢救车|器械|物资|设备/u.test(title)) cabinet(canvas, horizon, random);
  else if (/公示|标识|宣传|公开|栏|牌/u.test(title)) board(canvas, horizon, notices, random);
  else ward(canvas, horizon, random);
  notice(canvas, 40, 60, 62, 84, notices, red);
  return canvas.toPng();
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}

/** A wall lit from above, a skirting, a tiled floor, a lamp. */
function room(canvas: Canvas, wall: Colour, horizon: number, random: () => number): void {
  canvas.box(0, 0, 640, horizon, shade(wall, 1.08), shade(wall, 0.9));
  canvas.box(0, horizon - 110, 640, 110, shade(blend(wall, blue, 0.22), 0.98), shade(blend(wall, blue, 0.22), 0.84));
  const floor = blend([168, 166, 158], [150, 160, 160], random());
  canvas.box(0, horizon, 640, 480 - horizon, shade(floor, 0.86), shade(floor, 1.12));
  for (let step = 1; step < 6; step++) canvas.box(0, horizon + step * step * 5, 640, 1, shade(floor, 0.8));
  canvas.box(0, horizon - 8, 640, 8, shade(wall, 0.66));
  canvas.box(230, 0, 180, 12, [255, 255, 250], [240, 244, 240]);
}

/** A sheet on the wall: a headline and lines that are too small to read. */
function notice(canvas: Canvas, x: number, y: number, w: number, h: number, lines: number, headline: Colour): void {
  canvas.box(x + 3, y + 3, w, h, [150, 156, 152]);
  canvas.box(x, y, w, h, white, shade(white, 0.96));
  canvas.box(x + w * 0.15, y + h * 0.07, w * 0.7, h * 0.09, headline);
  for (let line = 0; line < lines; line++) {
    const width = w * (line % 3 === 2 ? 0.55 : 0.78);
    canvas.box(x + w * 0.1, y + h * (0.25 + (0.68 * line) / lines), width, Math.max(1, (h * 0.3) / lines), steel);
  }
}

function sink(canvas: Canvas, horizon: number, notices: number): void {
  canvas.box(190, 70, 220, 130, shade(steel, 1.1), shade(steel, 1.35));
  canvas.quad(190, 220, [70, 120], [70, 76], [226, 234, 236]);
  notice(canvas, 440, 70, 120, 130, notices, blue);
  canvas.box(150, horizon - 60, 340, 22, white, shade(white, 0.82));
  canvas.box(170, horizon - 38, 300, 110, shade(wood, 1.1), shade(wood, 0.8));
  canvas.box(318, horizon - 34, 3, 102, shade(wood, 0.6));
  canvas.ellipse(320, horizon - 58, 96, 14, shade(steel, 0.8), white);
  canvas.box(312, horizon - 118, 14, 56, steel, shade(steel, 0.7));
  canvas.box(312, horizon - 122, 52, 12, shade(steel, 1.1), shade(steel, 0.75));
  canvas.box(356, horizon - 112, 8, 12, shade(steel, 0.7));
  canvas.box(214, horizon - 106, 26, 46, [232, 240, 246], [196, 214, 226]);
  canvas.box(222, horizon - 116, 10, 12, blue);
  canvas.box(430, horizon - 170, 46, 64, white, shade(white, 0.86));
  canvas.box(440, horizon - 112, 26, 14, [250, 250, 250]);
}

function cabinet(canvas: Canvas, horizon: number, random: () => number): void {
  const top = 90;
  canvas.box(180, top - 8, 300, horizon - top + 58, shade(steel, 0.75));
  canvas.box(188, top, 284, horizon - top + 42, [214, 224, 228], [188, 198, 204]);
  for (let shelf = 0; shelf < 4; shelf++) {
    const base = top + 62 + shelf * 62;
    canvas.box(188, base, 284, 6, shade(steel, 0.86));
    for (let x = 198; x < 452; x += 22) {
      const height = 24 + Math.round(random() * 24);
      const colour =
        [blue, [90, 150, 110] as const, [214, 170, 80] as const, white, red][Math.floor(random() * 5)] ?? white;
      canvas.box(
        x,
        base - height,
        17,
        height,
        shade(blend(colour, white, 0.35), 1.05),
        shade(blend(colour, white, 0.2), 0.85),
      );
      canvas.box(x + 2, base - height + 8, 13, 7, white);
    }
  }
  canvas.box(328, top, 4, horizon - top + 42, shade(steel, 0.7));
  canvas.box(318, 210, 5, 40, dark);
  canvas.box(337, 210, 5, 40, dark);
  canvas.box(520, 150, 70, 46, dark);
  canvas.box(528, 158, 54, 22, [120, 190, 130]);
}

function board(canvas: Canvas, horizon: number, notices: number, random: () => number): void {
  canvas.box(136, 66, 440, horizon - 120, shade(wood, 0.8));
  canvas.box(146, 76, 420, horizon - 140, blend(blue, white, 0.72), blend(blue, white, 0.6));
  canvas.box(146, 76, 420, 30, red, shade(red, 0.86));
  for (let mark = 0; mark < 8; mark++) canvas.box(220 + mark * 34, 83, 22, 16, [250, 236, 190]);
  for (let sheet = 0; sheet < 4; sheet++) {
    const y = 122 + random() * 10;
    notice(canvas, 160 + sheet * 101, y, 88, horizon - 210, notices, sheet % 2 === 0 ? blue : red);
  }
}

function ward(canvas: Canvas, horizon: number, random: () => number): void {
  canvas.box(150, 60, 190, 150, shade(white, 0.8));
  canvas.box(158, 68, 84, 134, [196, 222, 240], [226, 238, 240]);
  canvas.box(248, 68, 84, 134, [190, 218, 238], [224, 236, 238]);
  const curtain = blend([120, 170, 160], [130, 150, 190], random());
  for (let fold = 0; fold < 6; fold++)
    canvas.box(346 + fold * 14, 52, 14, 210, shade(curtain, fold % 2 ? 1.1 : 0.94), shade(curtain, 0.8));
  canvas.box(150, horizon - 50, 300, 46, white, shade(white, 0.86));
  canvas.box(150, horizon - 96, 12, 150, steel, shade(steel, 0.6));
  canvas.box(444, horizon - 76, 12, 130, steel, shade(steel, 0.6));
  canvas.box(150, horizon - 8, 306, 12, shade(steel, 0.8));
  canvas.ellipse(200, horizon - 56, 44, 14, [252, 252, 252], [214, 222, 226]);
  canvas.box(500, horizon - 150, 90, 190, shade(wood, 1.05), shade(wood, 0.8));
  canvas.box(574, horizon - 64, 8, 14, dark);
  canvas.box(516, horizon - 138, 58, 20, blue);
}
