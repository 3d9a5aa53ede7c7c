/** Rules for the page: correct, small, and never a string of data turned into markup. */

import js from "@eslint/js";
import globals from "globals";

/** Ways in which text could become markup or code. */
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"].map((name) => ({
  selector: `MemberExpression[property.name='${name.split(".").at(-1)}']`,
  message: "Text from data goes in with textContent or append, never as markup.",
}));

const SIZES = {
  complexity: ["error", 8],
  "max-params": ["error", 5],
  "max-lines": ["error", 300],
  "max-lines-per-function": ["error", { max: 40, skipComments: true, skipBlankLines: true }],
  "max-depth": ["error", 3],
};

export default [
  { ignores: ["geomap/static/vendor/", "node_modules/", ".venv*/", "build/", "dist/"] },
  js.configs.recommended,
  {
    files: ["geomap/static/js/**/*.js"],
    languageOptions: { globals: globals.browser, sourceType: "module" },
    rules: {
      ...SIZES,
      "no-restricted-syntax": ["error", ...MARKUP],
      "no-console": "error",
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "object-shorthand": "error",
      // One module owns fetching, so that its errors are handled in one place.
      "no-restricted-globals": ["error", { name: "fetch", message: "Only api.js fetches." }],
      // Only the map's layers may know Leaflet.
      "no-restricted-imports": ["error", { paths: [{ name: "leaflet", message: "Only layers/ may import Leaflet." }] }],
    },
  },
  {
    files: ["geomap/static/standalone/*.js"],
    languageOptions: { globals: { ...globals.browser, L: "readonly" }, sourceType: "module" },
    rules: { ...SIZES, "no-restricted-syntax": ["error", ...MARKUP], "no-console": "error", eqeqeq: "error", "no-var": "error", "prefer-const": "error" },
  },
  { files: ["geomap/static/js/api.js"], rules: { "no-restricted-globals": "off" } },
  { files: ["geomap/static/js/layers/**/*.js"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["tests/frontend/**/*.js", "eslint.config.js"],
    languageOptions: { globals: globals.node, sourceType: "module" },
    rules: { "prefer-const": "error", eqeqeq: "error", "no-var": "error" },
  },
];
