/** Tables of the timeline document, by columns: each checked once before it is read. */

import { say } from "./say.js";

/** @typedef {Record<string, any[]>} Columns */

/** Stands for "never": later than every day. */
export const OPEN = 0x7fffffff;
/** Stands for it in the document, and for no record. */
export const NONE = -1;

/** A timeline that cannot be shown. Its message is meant for the reader. */
export class TimelineBroken extends Error {}

/**
 * The common length of the columns of a table.
 * @param {string} table
 * @param {Columns | undefined} columns
 * @param {string[]} names
 * @returns {number}
 */
export function lengthOf(table, columns, names) {
  const lengths = names.map((name) => {
    const column = columns?.[name];
    if (!Array.isArray(column)) throw new TimelineBroken(say("problem.timelineMissing", { column: `${table}.${name}` }));
    return column.length;
  });
  if (lengths.some((length) => length !== lengths[0])) throw new TimelineBroken(say("problem.timelineLengths", { table }));
  return lengths[0];
}
