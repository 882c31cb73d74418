namespace AutoResolve;

/// <summary>Masks as the rulebook in force says.</summary>
internal sealed class RulebookRedactor(IRulebookMonitor rules) : IRedactor
{
    public string Redact(string text) => rules.Current.Redactor.Redact(text);
}
