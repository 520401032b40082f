/** Characters (Unicode code points after NFKC) a new passphrase must have; the vault's own rule. */
export const PASSPHRASE_MIN_LENGTH = 12;
