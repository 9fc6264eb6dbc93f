/** The safe-community standard and the documents of a community as validated values. */
module org.safecommunity.model {
    requires transitive com.fasterxml.jackson.databind;
    requires static org.jspecify;
    requires static jakarta.validation;

    exports org.safecommunity.model;
    exports org.safecommunity.model.source;
    exports org.safecommunity.model.standard;
    exports org.safecommunity.model.programme;
    exports org.safecommunity.model.injury;
    exports org.safecommunity.model.accident;
    exports org.safecommunity.model.catalogue;
    exports org.safecommunity.model.scheme;
    exports org.safecommunity.model.assessment;
    exports org.safecommunity.model.register;
    exports org.safecommunity.model.procedure;
    exports org.safecommunity.model.validation;

    opens org.safecommunity.model to
            org.hibernate.validator;
    opens org.safecommunity.model.programme to
            org.hibernate.validator;
    opens org.safecommunity.model.injury to
            com.fasterxml.jackson.databind,
            org.hibernate.validator;
    opens org.safecommunity.model.accident to
            com.fasterxml.jackson.databind,
            org.hibernate.validator;
    opens org.safecommunity.model.catalogue to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.model.scheme to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.model.register to
            com.fasterxml.jackson.databind;
    opens org.safecommunity.model.standard to
            com.fasterxml.jackson.databind;
}
