package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.vault.BlobRef;
import java.time.Instant;
import java.util.UUID;

/** A signed paper as it was scanned, sealed. The file's name is not kept: people write names into those. */
record ConsentPaper(UUID id, PaperKind kind, BlobRef blob, long bytes, Instant receivedAt) {}
