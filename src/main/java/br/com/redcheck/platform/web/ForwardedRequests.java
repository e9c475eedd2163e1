package br.com.redcheck.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes the sender's address and the scheme from {@code X-Forwarded-For} and {@code X-Forwarded-Proto} where a named proxy wrote them,
 * and from nobody else. What a proxy says the server is called is never taken.
 */
@Component
class ForwardedRequests implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(ForwardedRequests.class);

    private static final Pattern ADDRESSES = Pattern.compile("[0-9a-fA-F:., ]*");

    private final ProxySettings settings;

    ForwardedRequests(ProxySettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addEngineValves(new FromNamedProxies(String.join(",", settings.trustedProxies())));
    }

    private static final class FromNamedProxies extends RemoteIpValve {
        private final NetMaskSet named;
        private final AtomicBoolean told = new AtomicBoolean();

        /** @param ranges of addresses, between commas */
        FromNamedProxies(String ranges) {
            named = NetMaskSet.parse(ranges);
            setInternalProxies(ranges);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getHeader(getRemoteIpHeader()) != null && !named.contains(request.getRemoteAddr())) {
                tellOnce();
            }
            if (holdsAddresses(request)) {
                super.invoke(request, response);
            } else {
                getNext().invoke(request, response);
            }
        }

        /** Tomcat would look up anything else as the name of a machine, which a stranger may have chosen. */
        private boolean holdsAddresses(Request request) {
            return Collections.list(request.getHeaders(getRemoteIpHeader())).stream()
                    .allMatch(header -> ADDRESSES.matcher(header).matches());
        }

        /** An operator whose proxy is not named would see all visitors slowed down as if they were one. */
        private void tellOnce() {
            if (told.compareAndSet(false, true)) {
                LOG.warn(
                        "A request has come through a proxy that covid-dicom.trusted-proxies does not name: what it says about the"
                                + " sender is not believed");
            }
        }
    }
}
