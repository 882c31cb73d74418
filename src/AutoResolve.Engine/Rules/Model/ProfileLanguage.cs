namespace AutoResolve.Rules.Model;

/// <summary>What people of one language say beside their matter, and what can be found in their words.</summary>
internal sealed record ProfileLanguage(Located<string> Tag, IReadOnlyList<NamedCondition> Signals, IReadOnlyList<Extractor> Extractors);
