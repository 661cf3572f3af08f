// The sheet stands here and not in `start`, which every part that is fetched late imports (build.mjs): it would come again with each.
import './panel.css';
import './start';
