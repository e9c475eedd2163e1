package br.com.redcheck.platform.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which proxies stand before the server, so that it believes them whom they speak for.
 *
 * @param trustedProxies IPv4 addresses such as {@code 127.0.0.1}, ranges such as {@code 10.20.0.0/16}, or IPv6 addresses in full such
 *     as {@code 0:0:0:0:0:0:0:1}; none unless named, for whatever a stranger writes into {@code X-Forwarded-For} would be believed
 */
@ConfigurationProperties("covid-dicom")
record ProxySettings(@DefaultValue List<String> trustedProxies) {
    private static final int OCTETS = 4;
    private static final int BITS = 8;
    private static final int HIGHEST = 255;
    private static final Pattern IPV4 =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d|[12]\\d|3[0-2]))?");
    private static final Pattern IPV6 = Pattern.compile("(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}");

    ProxySettings {
        trustedProxies.forEach(ProxySettings::expression);
    }

    /** Matches the addresses of the named proxies, as the web server writes addresses. */
    String expression() {
        return trustedProxies.stream().map(ProxySettings::expression).collect(Collectors.joining("|"));
    }

    private static String expression(String named) {
        if (IPV6.matcher(named).matches()) {
            return named;
        }
        Matcher range = IPV4.matcher(named);
        if (!range.matches()) {
            throw new IllegalArgumentException("covid-dicom.trusted-proxies names " + named
                    + ": it takes IPv4 addresses (127.0.0.1), ranges of them (10.20.0.0/16),"
                    + " and IPv6 addresses in full (0:0:0:0:0:0:0:1)");
        }
        int fixed = range.group(OCTETS + 1) == null ? OCTETS * BITS : Integer.parseInt(range.group(OCTETS + 1));
        return IntStream.range(0, OCTETS)
                .mapToObj(i -> octet(Integer.parseInt(range.group(i + 1)), fixed - i * BITS))
                .collect(Collectors.joining("\\."));
    }

    /** All values of an octet whose first bits are fixed. */
    private static String octet(int value, int fixed) {
        int free = HIGHEST >> Math.min(Math.max(fixed, 0), BITS);
        return IntStream.rangeClosed(value & ~free, value | free)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
