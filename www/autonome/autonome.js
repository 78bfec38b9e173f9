// The whole element and what surrounds it in a page of its own.
import "../element/tour-de-table.js";
import "../standalone/index.js";
