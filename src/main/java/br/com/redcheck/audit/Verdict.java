package br.com.redcheck.audit;

import java.util.Optional;

/**
 * What came of following the chain.
 *
 * @param entries how many hold, from the first on
 * @param anchored the last day that is over, with the anchor to be noted elsewhere
 * @param flaw the first thing that does not hold
 */
record Verdict(long entries, Optional<ClosedDay> anchored, Optional<Flaw> flaw) {}
