namespace AutoResolve.Journaling;

/// <summary>A question as the journal keeps it.</summary>
/// <param name="Id">Its name in the rulebook.</param>
/// <param name="Field">The field that takes the answer.</param>
/// <param name="Text">The question.</param>
internal sealed record KeptQuestion(string Id, string Field, string Text);
