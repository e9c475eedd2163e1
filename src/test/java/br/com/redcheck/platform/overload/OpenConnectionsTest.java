package br.com.redcheck.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {
    private final OpenConnections connections = new OpenConnections(2);
    private final List<SocketChannel> channels = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    @Test
    void anAddressHasItsNumberAndOneThatIsClosedMakesRoom() throws IOException {
        assertThat(admit("203.0.113.7")).isTrue();
        assertThat(admit("203.0.113.7")).isTrue();
        assertThat(admit("203.0.113.7")).isFalse();
        assertThat(admit("203.0.113.8")).isTrue();

        channels.get(0).close();
        assertThat(admit("203.0.113.7")).isTrue();
    }

    @Test
    void aProxyOnThisMachineMayStandForEverybody() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(admit("127.0.0.1")).isTrue();
        }
    }

    private boolean admit(String address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        return connections.admit(InetAddress.getByName(address), channel);
    }
}
