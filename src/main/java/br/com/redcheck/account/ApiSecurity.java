package br.com.redcheck.account;

import br.com.redcheck.platform.Problems;
import br.com.redcheck.platform.overload.RequestShare;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** What programs may ask for, by the scopes of the key that they show. There is no session, hence nothing to forge (CSRF). */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String DESCRIPTION = "/api/v1/openapi";

    /** Before the rules for people, whose turn is last. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiKeys keys, Tries tries, Problems problems, RequestShare share) {
        ApiDoor door = new ApiDoor(keys, tries, problems);
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(ApiSecurity::routes)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.addHeaderWriter(new ContentSecurityPolicy()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, nobody) -> door.refuse(request, response, UselessApiKey.missing()))
                        .accessDeniedHandler(
                                (request, response, denied) -> door.refuse(request, response, new OutOfScope())))
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterAfter(share, ApiDoor.class)
                .build();
    }

    private static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(HttpMethod.GET, DESCRIPTION, DESCRIPTION + ".yaml")
                .permitAll();
        requests.requestMatchers(HttpMethod.POST, "/api/v1/exams").hasAuthority(ApiScope.EXAMS_SEND.authority());
        requests.requestMatchers(HttpMethod.GET, "/api/v1/sendings/*").hasAuthority(ApiScope.EXAMS_SEND.authority());
        requests.requestMatchers(HttpMethod.GET, "/api/v1/exams", "/api/v1/exams/*")
                .hasAuthority(ApiScope.EXAMS_READ.authority());
        requests.requestMatchers(HttpMethod.GET, "/api/v1/exams/*/readings", "/api/v1/exams/*/readings/**")
                .hasAuthority(ApiScope.RESULTS_READ.authority());
        requests.anyRequest().authenticated(); // and told that there is no such thing
    }
}
