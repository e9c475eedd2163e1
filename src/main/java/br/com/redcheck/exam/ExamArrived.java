package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import java.time.Instant;

/**
 * An image of the exam has arrived, or its sender says that it is complete: it is to be read.
 *
 * @param due when to read it, unless more comes before: now for a complete exam, a while later for one that may still grow
 * @param urgent whether its sender says that it is an emergency
 */
public record ExamArrived(OwnerId owner, ExamId exam, Instant due, boolean urgent) {}
