package br.com.redcheck.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a thing.
 *
 * @param actor the account that did it; null for the platform itself and for whoever was not signed in
 * @param action as it was recorded, such as {@code mask.removed}; its text is under {@code audit.action.} and the action
 */
public record Deed(Instant at, @Nullable UUID actor, String action) {}
