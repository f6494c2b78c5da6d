// Packages on whatever runtime with-electron.mjs found, to test the packaged layout also where the official Electron
// cannot be had. The one relaxed fuse is --inspect, through which Playwright reaches the main process.
const fs = require('node:fs');
const path = require('node:path');

const electronDist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const electronVersion = fs.readFileSync(path.join(electronDist, 'version'), 'utf8').trim().replace(/^v/, '');

module.exports = {
  extends: './electron-builder.yml',
  electronDist,
  electronVersion,
  electronFuses: { enableNodeCliInspectArguments: true },
};
