package br.com.redcheck.account;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has no try left, and for how long: whoever goes on guessing costs us a look at this and not a question to the database. It knows
 * a bounded number of them, the newest; of those it has dropped the database is asked again.
 */
final class Exhausted {
    private static final int MOST = 10_000;

    private final Map<String, Long> until = new LinkedHashMap<>();

    synchronized void put(String whom, long nanos) {
        until.put(whom, System.nanoTime() + nanos);
        if (until.size() > MOST) {
            until.remove(until.keySet().iterator().next());
        }
    }

    synchronized boolean lasts(String whom) {
        Long end = until.get(whom);
        if (end != null && System.nanoTime() - end >= 0) {
            until.remove(whom);
            return false;
        }
        return end != null;
    }

    synchronized void remove(String whom) {
        until.remove(whom);
    }
}
