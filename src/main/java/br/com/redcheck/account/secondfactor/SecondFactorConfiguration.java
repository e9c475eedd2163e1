package br.com.redcheck.account.secondfactor;

import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.config.Customizer.withDefaults;

import br.com.redcheck.platform.PublicAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/**
 * Puts the second factor into the way of every request. Spring Security finds the beans below by their types: the factory makes each
 * rule such as {@code hasRole("DOCTOR")} ask for it too, the customizer adds the pages on which it is shown and enrolled.
 */
@Configuration(proxyBeanMethods = false)
class SecondFactorConfiguration {
    static final String CHALLENGE = "/second-factor";
    static final String SETTINGS = CHALLENGE + "/settings";

    private static final String API_KEYS = "/account/api-keys";

    @Bean
    AuthorizationManagerFactory<Object> rulesWithSecondFactor(StoredSecondFactors factors) {
        DefaultAuthorizationManagerFactory<Object> rules = new DefaultAuthorizationManagerFactory<>();
        rules.setAdditionalAuthorization(new SecondFactorDemand(factors::demandedOf));
        return rules;
    }

    /**
     * Who changes what outlives the session has shown the second factor a short time ago, and not when the day began: second factors,
     * API keys, the closing of an account, who belongs to a clinic and who administrates. The challenge is open to whoever gave the
     * password; the settings too, until there is a second factor to show first, if it was given a short time ago.
     */
    @Bean
    Customizer<HttpSecurity> secondFactor(
            StoredSecondFactors factors,
            UserDetailsService people,
            @Lazy WebAuthnRelyingPartyOperations relyingParty,
            AuthenticationEventPublisher events,
            Clock clock) {
        SecondFactorDemand lately = SecondFactorDemand.lately(factors::demandedOf, clock);
        SecondFactorDemand ofEnrolled = SecondFactorDemand.lately(person -> factors.enrolled(person.account()), clock);
        SecondFactorDemand ofOthers =
                SecondFactorDemand.signedInLately(person -> !factors.enrolled(person.account()), clock);
        RedirectStrategy redirect = new DefaultRedirectStrategy();
        return http -> http.with(new PasskeySignIn(relyingParty, people, events), withDefaults())
                .authorizeHttpRequests(requests -> requests.requestMatchers(PasskeySignIn.OPTIONS, PasskeySignIn.ENTRY)
                        .permitAll()
                        .requestMatchers(API_KEYS, API_KEYS + "/**", "/clinic/**")
                        .access(AuthorizationManagers.allOf(
                                new AuthorizationDecision(false), lately, hasRole("DOCTOR")))
                        .requestMatchers("/account/close")
                        .access(AuthorizationManagers.allOf(new AuthorizationDecision(false), lately, authenticated()))
                        .requestMatchers("/admin/administrators")
                        .access(AuthorizationManagers.allOf(
                                new AuthorizationDecision(false), lately, hasRole("ADMINISTRATOR")))
                        .requestMatchers(SETTINGS, SETTINGS + "/**")
                        .access(AuthorizationManagers.allOf(
                                new AuthorizationDecision(false), ofEnrolled, ofOthers, authenticated()))
                        .requestMatchers(CHALLENGE, CHALLENGE + "/**")
                        .access(authenticated()))
                .exceptionHandling(denied -> denied.defaultDeniedHandlerForMissingAuthority(
                                (request, response, missing) -> redirect.sendRedirect(request, response, CHALLENGE),
                                SecondFactorDemand.AUTHORITY)
                        .defaultDeniedHandlerForMissingAuthority(
                                (request, response, missing) ->
                                        redirect.sendRedirect(request, response, "/sign-in?again"),
                                SecondFactorDemand.FRESH_ENTRY));
    }

    /** Lazy, for the server's port is not known before it has started. */
    @Bean
    @Lazy
    WebAuthnRelyingPartyOperations relyingParty(PasskeyHolders holders, Passkeys passkeys, PublicAddress address) {
        URI home = address.of("");
        PublicKeyCredentialRpEntity us = PublicKeyCredentialRpEntity.builder()
                .id(home.getHost())
                .name("covid-dicom")
                .build();
        Set<String> origins = Set.of(home.getScheme() + "://" + home.getRawAuthority());
        OurRelyingParty operations = new OurRelyingParty(holders, passkeys, us, origins);
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        return operations;
    }
}
