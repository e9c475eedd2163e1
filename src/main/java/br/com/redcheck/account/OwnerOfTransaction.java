package br.com.redcheck.account;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Tells the database whose rows a transaction is about: those of the {@link OwnerId} that is the first argument of the
 * {@link Transactional} method. Its row-level security shows no others, whatever the method asks; a transaction that names no
 * owner sees no owned row at all. As an auto-configuration it is there for the command line too.
 */
@AutoConfiguration
@EnableTransactionManagement(proxyTargetClass = true, order = OwnerOfTransaction.BEFORE_US)
class OwnerOfTransaction {
    /** The transaction begins first. */
    static final int BEFORE_US = 0;

    @Bean
    Oversight oversight(JdbcClient database) {
        return new Oversight(database);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor ownerOfTransactionAdvisor(ObjectProvider<JdbcClient> database) {
        return new DefaultPointcutAdvisor(new NamesItsOwner(), new Claim(database));
    }

    private static final class NamesItsOwner extends StaticMethodMatcherPointcut {
        @Override
        public boolean matches(Method method, Class<?> target) {
            Class<?>[] parameters = method.getParameterTypes();
            return parameters.length > 0
                    && parameters[0] == OwnerId.class
                    && (AnnotatedElementUtils.hasAnnotation(method, Transactional.class)
                            || AnnotatedElementUtils.hasAnnotation(target, Transactional.class));
        }
    }

    /** One method may call another about another owner in the same transaction: afterwards the first one's rows are back. */
    private record Claim(ObjectProvider<JdbcClient> database) implements MethodInterceptor {
        private static final ThreadLocal<@Nullable OwnerId> OUTER = new ThreadLocal<>();

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            OwnerId owner = (OwnerId) call.getArguments()[0];
            OwnerId outer = OUTER.get();
            if (owner == null) {
                return call.proceed();
            }
            boolean begins = TransactionAspectSupport.currentTransactionStatus().isNewTransaction();
            if (begins || !owner.equals(outer)) {
                claim(owner, begins ? settings(call) : "");
            }
            OUTER.set(owner);
            try {
                Object result = call.proceed();
                if (outer != null && !outer.equals(owner)) {
                    claim(outer, "");
                }
                return result;
            } finally {
                OUTER.set(outer);
            }
        }

        /** What holds for the transaction beside its owner. */
        private static String settings(MethodInvocation call) {
            Method method = call.getMethod();
            boolean anew = method.isAnnotationPresent(PlannedAnew.class)
                    || method.getDeclaringClass().isAnnotationPresent(PlannedAnew.class);
            return (method.isAnnotationPresent(DurableLater.class)
                            ? ", set_config('synchronous_commit', 'off', true)"
                            : "")
                    + (anew ? ", set_config('plan_cache_mode', 'force_custom_plan', true)" : "");
        }

        private void claim(OwnerId owner, String settings) {
            database.getObject()
                    .sql("select set_config('app.owner', :owner, true)" + settings)
                    .param("owner", owner.value().toString())
                    .query((row, number) -> number)
                    .single();
        }
    }
}
