package br.com.redcheck.platform.child;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What keeps children shut in, and what this machine lacks for it, is for administrators to know. */
@SpringBootTest
@AutoConfigureMockMvc
class ContainmentHealthIT {
    private static final String CONTAINMENT = "$.components.containment.details";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @EnumSource
    void eachMeasureIsEnforcedOrMissing(Measure measure) throws Exception {
        String where = Containment.here().measures().contains(measure) ? ".enforced" : ".missing";
        mvc.perform(get("/actuator/health").with(TestPeople.signedIn(TestPeople.administrator(database))))
                .andExpect(jsonPath(CONTAINMENT + where).value(hasItem(measure.name())));
    }

    @Test
    void nobodyElseHearsOfIt() throws Exception {
        RequestPostProcessor doctor = TestPeople.signedIn(TestDoctors.register(database));
        mvc.perform(get("/actuator/health").with(anonymous()))
                .andExpect(jsonPath("$.status").exists())
                .andExpect(jsonPath("$.components").doesNotExist());
        mvc.perform(get("/actuator/health").with(doctor))
                .andExpect(jsonPath("$.components").doesNotExist());
    }
}
