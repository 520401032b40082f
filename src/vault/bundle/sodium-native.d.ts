/** The few functions of libsodium that `aead.ts` calls, as sodium-native 5 has them. */
declare module 'sodium-native' {
  const sodium: {
    readonly crypto_onetimeauth_STATEBYTES: number;

    /** Fills `sealed`, which is 16 bytes longer than `plain`. */
    crypto_aead_chacha20poly1305_ietf_encrypt(
      sealed: Uint8Array,
      plain: Uint8Array,
      additional: null,
      secretNonce: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;

    /** Fills `plain`, which is 16 bytes shorter than `sealed`. Throws where it is not authentic. */
    crypto_aead_chacha20poly1305_ietf_decrypt(
      plain: Uint8Array,
      secretNonce: null,
      sealed: Uint8Array,
      additional: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;

    crypto_stream_chacha20_ietf(out: Uint8Array, nonce: Uint8Array, key: Uint8Array): void;

    crypto_onetimeauth_init(state: Uint8Array, key: Uint8Array): void;
    crypto_onetimeauth_update(state: Uint8Array, input: Uint8Array): void;
    crypto_onetimeauth_final(state: Uint8Array, out: Uint8Array): void;
  };
  export = sodium;
}
