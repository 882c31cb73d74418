namespace AutoResolve.Rules.Model;

/// <summary>A named list of phrases, used as <c>@name</c>.</summary>
internal sealed record PhraseList(Located<string> Name, IReadOnlyList<Located<string>> Phrases);
