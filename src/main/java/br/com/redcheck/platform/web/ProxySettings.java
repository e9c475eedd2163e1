package br.com.redcheck.platform.web;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which proxies stand before the server, so that it believes them whom they speak for.
 *
 * @param trustedProxies IPv4 and IPv6 addresses such as {@code 127.0.0.1} and {@code ::1}, and ranges of them such as
 *     {@code 10.20.0.0/16} and {@code fd00:20::/32}; none unless named, for whatever a stranger writes into {@code X-Forwarded-For} would
 *     be believed. They are kept as ranges
 */
@ConfigurationProperties("covid-dicom")
record ProxySettings(@DefaultValue List<String> trustedProxies) {
    /** Anything else would be looked up as the name of a machine. */
    private static final Pattern ADDRESS = Pattern.compile("(\\d+(\\.\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F.:]*)(/\\d+)?");

    /** @throws ProxyUnreadable if one is neither an address nor a range */
    ProxySettings {
        trustedProxies = trustedProxies.stream().map(ProxySettings::range).toList();
    }

    private static String range(String named) {
        if (!ADDRESS.matcher(named).matches()) {
            throw new ProxyUnreadable(named);
        }
        String one = named.contains(":") ? "/128" : "/32";
        try {
            return new NetMask(named.contains("/") ? named : named + one).toString();
        } catch (IllegalArgumentException e) {
            throw new ProxyUnreadable(named);
        }
    }
}
