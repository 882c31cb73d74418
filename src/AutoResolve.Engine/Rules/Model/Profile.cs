namespace AutoResolve.Rules.Model;

/// <summary>What is particular to languages and customers in how people talk, as read.</summary>
internal sealed record Profile(IReadOnlyList<ProfileLanguage> Languages, SourceLocation Location);
