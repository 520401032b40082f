import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/**
 * What the shipped program cannot be talked into, by whoever starts it: running as plain Node,
 * taking options for Node or a debugger, or loading an application that is not in its archive.
 */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
};

/** How a fuse is written in the program: `0`, `1`, or removed where it has no say any more. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/** electron-builder's `afterPack`: sets the fuses and reads them back. */
export default async function setFuses({ appOutDir, electronPlatformName, packager }) {
  const executable = programIn(appOutDir, electronPlatformName, packager);
  // Where the archive's hash is checked at each start: not on Linux (docs/security/known-gaps.md).
  const checksArchive = electronPlatformName !== 'linux';
  const wanted = {
    ...FUSES,
    ...(checksArchive ? { [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true } : {}),
  };
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...wanted,
  });
  const found = await getCurrentFuseWire(executable);
  for (const [fuse, on] of Object.entries(wanted)) {
    if (found[fuse] !== (on ? ON : OFF)) {
      throw new Error(`The fuse ${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}.`);
    }
  }
}

function programIn(appOutDir, platform, packager) {
  const name = packager.appInfo.productFilename;
  if (platform === 'darwin') return join(appOutDir, `${name}.app`);
  const executable =
    platform === 'win32'
      ? join(appOutDir, `${name}.exe`)
      : join(appOutDir, packager.executableName);
  if (!existsSync(executable)) throw new Error(`There is no ${executable}.`);
  return executable;
}
