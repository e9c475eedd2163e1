package br.com.redcheck.account;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Nobody comes further than the sign-in page without an account; browsers are told to load nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Only our own scripts and styles; {@code data:} pictures are the icons inside Bootstrap's style sheet. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    SecurityFilterChain filters(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/sign-up/**",
                                "/terms",
                                "/privacy",
                                "/about",
                                "/webjars/**",
                                "/css/**",
                                "/js/**",
                                "/img/**",
                                "/favicon.svg")
                        .permitAll()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers("/admin/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers("/accreditation/**")
                        .hasAnyRole("DOCTOR", "RESEARCHER")
                        .anyRequest()
                        .hasRole("DOCTOR"))
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/exams"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(withDefaults())
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return new Argon2Passwords();
    }

    @Bean
    UserDetailsService doctors(Accounts accounts) {
        return email -> accounts.byEmail(Email.parse(email))
                .map(Account::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
