// The style sheet is imported here and not in `start`: every part that is fetched late imports `start` (build.mjs) and would load
// it again.
import './panel.css';
import './start';
