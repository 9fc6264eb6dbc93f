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
    exports org.safecommunity.risk.danger;
    exports org.safecommunity.risk.priority;

    opens org.safecommunity.risk.matrix to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.risk.score to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.risk.register to
            com.fasterxml.jackson.databind,
            org.hibernate.validator;
    opens org.safecommunity.risk.danger to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.risk.priority to
            com.fasterxml.jackson.databind;
}
