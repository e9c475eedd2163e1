package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * Somebody at the door, before we know who.
 *
 * @param address the network that the request came from: an IPv4 address, or the first 64 bits of an IPv6 one, which a household or
 *     a hospital has to itself
 * @param device the cookie of a browser in which some account was signed in to
 */
record Visitor(String address, Optional<Token> device) {
    static final String DEVICE_COOKIE = "device";

    private static final int NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    static Visitor of(HttpServletRequest request) {
        return new Visitor(
                network(request.getRemoteAddr()),
                Optional.ofNullable(WebUtils.getCookie(request, DEVICE_COOKIE))
                        .map(cookie -> new Token(cookie.getValue())));
    }

    private static String network(String address) {
        try {
            // The container gives figures, never a name: nothing is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "Visitor[***]";
    }
}
