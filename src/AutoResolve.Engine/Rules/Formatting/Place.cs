namespace AutoResolve.Rules.Formatting;

/// <summary>What an object of a rule file is, by where it stands. A list has the place of its entries.</summary>
internal enum Place
{
    /// <summary>Anything; its order is the author's.</summary>
    Data = 0,
    Set,

    /// <summary>Named things: lists, handlers, facts.</summary>
    Names,
    ConditionNames,
    ClassifierNames,
    Classifier,
    QuestionNames,
    StepNames,
    Question,
    Choice,
    ContactNames,
    Contact,
    Desk,
    Team,
    Priority,
    Trend,
    Handover,
    FormSection,

    /// <summary>Languages, and what is of all.</summary>
    Profile,
    Privacy,
    IdentifierNames,
    Identifier,
    ProfileLanguage,
    ExtractorNames,
    Extractor,
    Rule,
    Row,
    Scope,
    Condition,
    Then,
    Step,
    Asked,
    WhenAllTried,
    Action,
    Cause,
    Rollout,
    OncePer,
    Promote,
    Demote,
    Test,
}
