/**
 * Still pictures. A browser that draws without a graphics card copies each canvas on which one can paint for each frame,
 * also when nothing was painted; one that is only handed pictures it copies once for each.
 */

/**
 * Show a picture on a canvas in place of the one before.
 * @param {HTMLCanvasElement} canvas on which nobody paints
 * @param {{width: number, height: number, pixelRatio?: number}} size in CSS pixels; device pixels for one of them, as the screen has them if nothing is said
 * @param {(context: OffscreenCanvasRenderingContext2D) => void} draw in CSS pixels
 */
export function drawStill(canvas, { width, height, pixelRatio = window.devicePixelRatio || 1 }, draw) {
  const [wide, high] = [Math.max(1, Math.round(width * pixelRatio)), Math.max(1, Math.round(height * pixelRatio))];
  const sketch = new OffscreenCanvas(wide, high);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (sketch.getContext("2d"));
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  // Unlike an element it does not know which way the text around it runs.
  context.direction = document.dir === "rtl" ? "rtl" : "ltr";
  draw(context);
  // Setting a size takes the picture away.
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const shown = /** @type {ImageBitmapRenderingContext} */ (canvas.getContext("bitmaprenderer"));
  shown.transferFromImageBitmap(sketch.transferToImageBitmap());
}
