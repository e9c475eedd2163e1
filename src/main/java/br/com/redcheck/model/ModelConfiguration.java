package br.com.redcheck.model;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The networks that come with the product, and those that whoever runs it has put beside them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {
    @Bean
    static ModelCatalog modelCatalog(ModelSettings settings) {
        return new ModelCatalog(Optional.ofNullable(settings.models()));
    }
}
