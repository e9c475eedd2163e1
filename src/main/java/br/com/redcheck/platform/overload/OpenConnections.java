package br.com.redcheck.platform.overload;

import java.net.InetAddress;
import java.nio.channels.Channel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The connections that each address holds open, up to a limit. For the one thread that accepts them. */
final class OpenConnections {
    /** So often all addresses are looked through for those that have gone. */
    private static final int SWEEP = 1000;

    private final int most;
    private final Map<InetAddress, Set<Channel>> open = new HashMap<>();
    private int sinceSweep;

    OpenConnections(int most) {
        this.most = most;
    }

    /** Whether one more may come from an address; always from the loopback address, behind which a proxy may stand for everybody. */
    boolean admit(InetAddress from, Channel connection) {
        if (from.isLoopbackAddress()) {
            return true;
        }
        sweep();
        Set<Channel> own = open.computeIfAbsent(from, address -> new HashSet<>());
        own.removeIf(other -> !other.isOpen());
        return own.size() < most && own.add(connection);
    }

    private void sweep() {
        sinceSweep++;
        if (sinceSweep == SWEEP) {
            sinceSweep = 0;
            open.values().forEach(connections -> connections.removeIf(other -> !other.isOpen()));
            open.values().removeIf(Set::isEmpty);
        }
    }
}
