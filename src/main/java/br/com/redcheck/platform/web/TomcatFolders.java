package br.com.redcheck.platform.web;

import br.com.redcheck.platform.Home;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps Tomcat's folders in the home. In the system's folder of temporary files each kill would leave a pair of them behind, and
 * whatever Tomcat put there would lie beside everybody else's files.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // so that server.tomcat.basedir still decides where it is set
class TomcatFolders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Home home;

    TomcatFolders(Home home) {
        this.home = home;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setBaseDirectory(home.subfolder("tomcat").toFile());
        factory.setDocumentRoot(home.subfolder("tomcat/documents").toFile());
    }
}
