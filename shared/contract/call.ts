import { z } from 'zod';
import type { Id } from '../domain/id.ts';

/** One call between page and backend: its input is parsed at the boundary, its output is only typed. */
export interface Call<Input, Output> {
  /** Queries may be repeated freely; commands change something and are never retried. */
  readonly kind: 'query' | 'command';
  readonly input: z.ZodType<Input>;
  readonly output?: Output;
}

export const query =
  <Output>() =>
  <Shape extends z.ZodRawShape>(shape: Shape): Call<z.infer<z.ZodObject<Shape>>, Output> => ({
    kind: 'query',
    input: z.strictObject(shape),
  });

export const command =
  <Output>() =>
  <Shape extends z.ZodRawShape>(shape: Shape): Call<z.infer<z.ZodObject<Shape>>, Output> => ({
    kind: 'command',
    input: z.strictObject(shape),
  });

/** An identifier that entered from outside; whether it exists is the backend's to say. */
export const id = <Branded extends Id<string>>() => z.string().min(1).max(300) as unknown as z.ZodType<Branded>;

/** Stands for a file or folder the user chose; the page never names a path. Good for one use. */
export const fileToken = () => z.uuid();

/** Text a person types: at most what an Excel cell holds. */
export const text = () => z.string().max(32_767);
export const shortText = () => z.string().max(500);
/** A number or period as a person types it. */
export const typed = () => z.string().trim().min(1).max(60);
export const day = () => z.union([z.literal(''), z.iso.date()]);
