package br.com.redcheck.pipeline;

import java.time.Instant;
import java.util.UUID;

/**
 * A step that has failed for good, as an administrator sees it: nothing says whose it is.
 *
 * @param subject what it was to be done to
 * @param failure the class of what went wrong, never its message
 */
record FailedStep(UUID id, String kind, UUID subject, String failure, int tries, Instant parkedAt) {}
