package br.com.redcheck.account;

import br.com.redcheck.platform.overload.Places;
import br.com.redcheck.platform.overload.RequestShare;
import jakarta.servlet.DispatcherType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;

/** Who comes where; browsers are told to load nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] STATIC = {"/webjars/**", "/css/**", "/js/**", "/img/**", "/viewer/**", "/favicon.svg"
    };
    private static final String[] DOOR = {
        "/sign-in",
        "/session",
        "/sign-up/**",
        "/forgotten",
        "/links/**",
        "/terms",
        "/privacy",
        "/about",
        "/consent",
        "/gallery/**",
        "/networks/**",
        "/critical-use",
        "/developers"
    };

    private static final String[] HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            AuthenticationManager signIn,
            Welcome welcome,
            TurnedAway turnedAway,
            Clinics clinics,
            SessionIdentity session,
            SessionOfSomebody lasting,
            CsrfTokenRepository tokens,
            Tries tries,
            RequestShare share) {
        return http.authorizeHttpRequests(SecurityConfiguration::routes)
                .authenticationManager(signIn)
                .formLogin(form -> door(form, welcome, turnedAway))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(SecurityConfiguration::headers)
                .csrf(forms -> forms.csrfTokenRepository(tokens))
                .sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy(lasting))
                .addFilterBefore(share, CsrfFilter.class)
                .addFilterAfter(new FormLimit(tries), CsrfFilter.class)
                .addFilterBefore(new ShelfCheck(clinics, session), AuthorizationFilter.class)
                .addFilterAfter(new PageCheck(), ShelfCheck.class)
                .build();
    }

    /** What is not named here is closed to everybody. */
    private static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        requests.requestMatchers(STATIC).permitAll();
        requests.requestMatchers("/networks/*/*/model.h5").authenticated();
        requests.requestMatchers(DOOR).permitAll();
        requests.requestMatchers(HEALTH).permitAll();
        requests.requestMatchers("/", "/account/**").authenticated();
        requests.requestMatchers("/exams/**", "/clinic/**", "/shelf").hasRole("DOCTOR");
        requests.requestMatchers("/patients/**", "/municipalities", "/outcomes/**")
                .hasRole("DOCTOR");
        requests.requestMatchers("/reports/**").hasRole("DOCTOR");
        requests.requestMatchers("/verify/**").permitAll();
        requests.requestMatchers("/accreditation/**").hasAnyRole("DOCTOR", "RESEARCHER");
        requests.requestMatchers("/admin/**").hasRole("ADMINISTRATOR");
        requests.anyRequest().denyAll();
    }

    private static void door(FormLoginConfigurer<HttpSecurity> form, Welcome welcome, TurnedAway turnedAway) {
        form.loginPage("/sign-in")
                .authenticationDetailsSource(SignInDetails::of)
                .successHandler(welcome)
                .failureHandler(turnedAway);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(new ContentSecurityPolicy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    @Bean
    AuthenticationManager signIn(
            People people,
            PasswordEncoder passwords,
            SignInLimits limits,
            Confirmations confirmations,
            AuthenticationEventPublisher events) {
        ProviderManager manager = new ProviderManager(new PasswordSignIn(people, passwords, limits, confirmations));
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    @Bean
    static RequestCache wantedPages() {
        return new AskedBefore();
    }

    /** Tells the others who was refused what. */
    @Bean
    static AuthorizationEventPublisher refusals(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    @Bean
    static PasswordEncoder passwords(Places places) {
        return new Argon2Passwords(places);
    }
}
