package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ResponseStatus;

class RefusalTest {
    /** Forms show their refusals as faults of what was typed, and an exam that is refused stays refused. */
    @Test
    void whatOnlyTimeHelpsAgainstIsNoRefusal() {
        List<Class<?>> refusals = refusals();

        assertThat(refusals).hasSizeGreaterThan(50);
        assertThat(refusals)
                .filteredOn(refusal ->
                        !CannotStart.class.isAssignableFrom(refusal)) // which a running application hardly meets
                .map(refusal -> AnnotatedElementUtils.findMergedAnnotation(refusal, ResponseStatus.class))
                .filteredOn(said -> said != null && said.code() == HttpStatus.SERVICE_UNAVAILABLE)
                .isEmpty();
    }

    private static List<Class<?>> refusals() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        return scanner.findCandidateComponents("br.com.redcheck").stream()
                .<Class<?>>map(
                        found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .toList();
    }
}
