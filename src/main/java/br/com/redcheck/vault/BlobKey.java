package br.com.redcheck.vault;

/** The key that seals or opens one blob, and which of its owner's it is. */
record BlobKey(int generation, OwnerKey key) {}
