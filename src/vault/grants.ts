/** What a file that the officer picked may be used for. */
export type GrantMode = 'open' | 'save';

interface Grant {
  readonly path: string;
  readonly mode: GrantMode;
}

/**
 * The files that the officer picked in a dialog of the host, by token. The renderer names files
 * only by these tokens, so a page that went wrong can reach no file that nobody picked.
 */
export class FileGrants {
  private readonly granted = new Map<string, Grant>();

  add(token: string, path: string, mode: GrantMode): void {
    this.granted.set(token, { path, mode });
  }

  /** The path behind a token, or null where this process was granted no such file for this use. */
  resolve(token: string, mode: GrantMode): string | null {
    const grant = this.granted.get(token);
    return grant !== undefined && grant.mode === mode ? grant.path : null;
  }
}
