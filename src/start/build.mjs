// `npm run build`: what `npm start` does before it starts, for images and deployments.
import { build, install } from './prepare.mjs';

install();
build();
