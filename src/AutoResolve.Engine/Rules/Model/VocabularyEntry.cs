namespace AutoResolve.Rules.Model;

/// <summary>A name that rules may use (a handler, a fact), and what it means.</summary>
internal sealed record VocabularyEntry(Located<string> Name, string Description);
