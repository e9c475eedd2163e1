package br.com.redcheck.platform.overload;

import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** Tomcat's HTTP/1.1, which closes a connection at once that its address has too many of. Tomcat makes it by its name. */
public final class GuardedProtocol extends Http11NioProtocol {
    public GuardedProtocol() {
        super(new Endpoint());
    }

    /** Says how many connections an address may have; before the start. */
    void limit(int connections) {
        ((Endpoint) getEndpoint()).connections = new OpenConnections(connections);
    }

    private static final class Endpoint extends NioEndpoint {
        private OpenConnections connections = new OpenConnections(Integer.MAX_VALUE);

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            return connections.admit(socket.socket().getInetAddress(), socket) && super.setSocketOptions(socket);
        }
    }
}
