package br.com.redcheck.platform.overload;

import br.com.redcheck.platform.Messages;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits into the web server. */
@Configuration(proxyBeanMethods = false)
class GuardedServer {
    /** A hospital may stand behind one address: by default twenty browsers with six connections each, and some. */
    private static final int SHARES_OF_AN_ADDRESS = 3;

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> guards(
            OverloadSettings settings, Messages messages) {
        return server -> {
            server.setProtocol(GuardedProtocol.class.getName());
            server.addProtocolHandlerCustomizers((GuardedProtocol protocol) -> protocol.limit(settings.connections()));
            server.addEngineValves(
                    new AddressShare(SHARES_OF_AN_ADDRESS * settings.requests(), messages), new SlowBodies(settings));
        };
    }

    /** It has its place within Spring Security, where it is known who asks. */
    @Bean
    static FilterRegistrationBean<RequestShare> onlyWithinSecurity(RequestShare filter) {
        FilterRegistrationBean<RequestShare> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
