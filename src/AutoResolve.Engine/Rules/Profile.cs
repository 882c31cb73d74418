using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>What is particular to languages and customers in how people talk, as read.</summary>
/// <param name="Languages">What they say, by language.</param>
/// <param name="Customers">What customers are called, beside "customer" and "user".</param>
/// <param name="Privacy">What of theirs is personal; null where the file does not say.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record Profile(
    IReadOnlyList<ProfileLanguage> Languages,
    IReadOnlyList<Located<string>> Customers,
    PrivacyProfile? Privacy,
    SourceLocation Location
);

/// <summary>What people of one language say beside their matter, and what can be found in their words.</summary>
internal sealed record ProfileLanguage(Located<string> Tag, IReadOnlyList<NamedCondition> Signals, IReadOnlyList<Extractor> Extractors);

/// <summary>Finds a value in a text.</summary>
/// <param name="Name">What questions call it.</param>
/// <param name="Tests">The patterns or phrases, any of which may find the value.</param>
internal sealed record Extractor(Located<string> Name, IReadOnlyList<TextCondition> Tests);
