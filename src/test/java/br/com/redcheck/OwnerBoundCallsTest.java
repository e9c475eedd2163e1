package br.com.redcheck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.OwnerId;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/**
 * The database is told whose rows a transaction is about when a method that names the owner is called from outside its class. Called
 * from within, it would ask in nobody's name and see nothing, unless the owner was named by the method that calls it.
 */
class OwnerBoundCallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("br.com.redcheck");

    @Test
    void noClassCallsItsOwnMethodInNobodysName() {
        methods()
                .that(describe("name the owner of their transaction", OwnerBoundCallsTest::namesItsOwner))
                .should(new NotBeCalledInNobodysName())
                .check(CLASSES);
    }

    @Test
    void thereAreSuchMethods() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(OwnerBoundCallsTest::namesItsOwner))
                .hasSizeGreaterThan(50);
    }

    private static boolean namesItsOwner(JavaCodeUnit method) {
        return !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().get(0).isEquivalentTo(OwnerId.class)
                && (method.isMetaAnnotatedWith(Transactional.class)
                        || method.getOwner().isMetaAnnotatedWith(Transactional.class));
    }

    private static final class NotBeCalledInNobodysName extends ArchCondition<JavaMethod> {
        NotBeCalledInNobodysName() {
            super("be called by their own class only from methods that name the owner, too");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            method.getCallsOfSelf().stream()
                    .filter(call -> call.getOriginOwner().equals(method.getOwner()) && !namesItsOwner(call.getOrigin()))
                    .forEach(call -> events.add(violated(method, call.getDescription())));
        }
    }
}
