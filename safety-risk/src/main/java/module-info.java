/** Risk scoring methods and matrices as data, in exact decimals. */
module org.safecommunity.risk {
    requires transitive org.safecommunity.model;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;
    requires static jakarta.validation;

    exports org.safecommunity.risk.matrix;
    exports org.safecommunity.risk.score;
    exports org.safecommunity.risk.register;
    exports org.safecommunity.risk.uncertain;

    opens org.safecommunity.risk.matrix to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.risk.score to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.risk.register to
            org.hibernate.validator;
}
