namespace AutoResolve.Rules.Model;

/// <summary>A phone number, an address or a link that answers print by name, so that it stands in one place.</summary>
/// <param name="Name">What answers call it, behind <c>contacts.</c>.</param>
/// <param name="Value">What is printed.</param>
/// <param name="What">Whose it is, in a sentence.</param>
/// <param name="Reviewed">When somebody last tried it; null where nobody says.</param>
internal sealed record Contact(Located<string> Name, string Value, string What, Located<DateOnly>? Reviewed);
