using System.Text.RegularExpressions;

namespace AutoResolve.Journaling;

/// <summary>Masks what has the form of personal data: addresses of mail and the web, numbers of seven digits and more (telephones, social security, accounts, cards,
/// dates of birth), names that are introduced as such.</summary>
/// <remarks>Names that are not introduced, and streets, have no form that can be told. A host that knows its customers' names masks them with a redactor of its own.</remarks>
internal sealed class PatternRedactor : IRedactor
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Web = new(@"(https?://|\bwww\.)[^\s<>""']+", Options);
    private static readonly Regex Mail = new(@"[\w.+%'-]+@[\w-]+(\.[\w-]+)+", Options);
    private static readonly Regex Number = new(@"\+?\(?\d(?:[ \t.()/\-\u2010-\u2015]{0,3}\d){6,}", Options);
    private static readonly Regex Introduced = new(
        @"\b(my name is|name's|i am called|this is|me llamo|mi nombre es|mr\.?|mrs\.?|ms\.?|dr\.?|sincerely,?|regards,?)\s+(?-i:\p{Lu}[\p{L}'’-]+)((\s+(?-i:\p{Lu}[\p{L}'’-]*\.?)){0,3})",
        Options);

    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = Web.Replace(text, "[link]");
        text = Mail.Replace(text, "[mail]");
        text = Number.Replace(text, "[number]");
        return Introduced.Replace(text, "$1 [name]");
    }
}
