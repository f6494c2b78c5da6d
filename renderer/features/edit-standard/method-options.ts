import { methods, type Method } from '../../../shared/domain/standard/standard.ts';
import { methodLabels } from '../../../shared/text/labels.ts';

/** The scoring methods as a field offers them. */
export const methodOptions = methods.map((method) => ({ value: method, text: methodLabels[method] }));

/** Undefined for the option that leaves the method to what stands above. */
export const asMethod = (value: string): Method | undefined => methods.find((method) => method === value);
