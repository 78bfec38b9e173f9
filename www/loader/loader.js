// For pages that can only name a classic script: the whole element in one file, which `cargo xtask build` puts
// together. One `integrity` on its tag covers everything.
import "../element/tour-de-table.js";
