package br.com.redcheck.pipeline;

import br.com.redcheck.account.OwnerId;
import java.util.UUID;

/**
 * A step whose turn it is.
 *
 * @param tries how often it was begun, this time included
 */
record ClaimedStep(UUID id, OwnerId owner, UUID subject, int tries) {}
