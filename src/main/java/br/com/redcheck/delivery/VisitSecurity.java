package br.com.redcheck.delivery;

import br.com.redcheck.account.ContentSecurityPolicy;
import br.com.redcheck.patient.PatientVisit;
import br.com.redcheck.platform.overload.RequestShare;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The patients' part of the site: open are the door, where a link leads, and the page that asks for a proof; the rest is for whoever
 * gave one. Accounts count for nothing here, and a visit counts for nothing elsewhere.
 */
@Configuration(proxyBeanMethods = false)
class VisitSecurity {
    private static final String[] DOOR = {"/r", "/r/**", "/visit/proof"};

    @Bean
    @Order(1)
    SecurityFilterChain visits(
            HttpSecurity http,
            Openings openings,
            VisitSessions sessions,
            CsrfTokenRepository tokens,
            RequestShare share) {
        return http.securityMatcher("/r", "/r/**", "/visit", "/visit/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(DOOR)
                        .permitAll()
                        .anyRequest()
                        // No account, so no second factor of an account's, which every hasRole() asks for.
                        .access(AuthorityAuthorizationManager.hasRole(PatientVisit.ROLE)))
                .securityContext(context -> context.securityContextRepository(sessions.contexts()))
                .exceptionHandling(out -> out.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/r")))
                .requestCache(RequestCacheConfigurer::disable)
                .headers(VisitSecurity::headers)
                .csrf(forms -> forms.csrfTokenRepository(tokens))
                .addFilterBefore(share, CsrfFilter.class)
                .addFilterBefore(new VisitCheck(openings, sessions), AuthorizationFilter.class)
                .build();
    }

    /** Wherever a patient goes from here, nobody is told where they came from; and nobody finds these pages by searching. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(new ContentSecurityPolicy())
                .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
