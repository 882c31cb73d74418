using AutoResolve.Mails;
using AutoResolve.Seen;
using AutoResolve.Words;

namespace AutoResolve;

/// <summary>
/// What a person sees of a text, which is what rules read: of HTML no tags, attributes, comments and hidden parts; of what was wrongly
/// decoded on its way what was meant. With it <see cref="Evidence"/>, which says where words stand in the text as it came in, can be
/// shown in what a person sees.
/// </summary>
public sealed class TextAsSeen
{
    private readonly SeenText _seen = new();

    private TextAsSeen() { }

    /// <summary>What is seen: of HTML a line for each block, with one blank where the source has several.</summary>
    public string Text => field ??= IsSource ? _seen.Source : SentenceEnds.WithoutParts(_seen.ToString());

    /// <summary>Whether it is the text as it came in.</summary>
    public bool IsSource => _seen.IsSource;

    /// <summary>Reads a text, as long as it is.</summary>
    /// <param name="text">The text of an issue or a turn.</param>
    /// <param name="format">How it is written. Default: found out where that is certain.</param>
    public static TextAsSeen Of(string text, TextFormat format = TextFormat.Unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = new TextAsSeen();
        SeenTextReader.Read(seen._seen, text, format, int.MaxValue);
        return seen;
    }

    /// <summary>What rules read of a text: what a person sees, without quoted replies, signatures and disclaimers. For whoever learns
    /// from texts what rules are to find in them.</summary>
    /// <param name="text">The text of an issue or a turn.</param>
    /// <param name="title">The title of the issue, which may say that it answers another; null of a turn.</param>
    /// <param name="format">How it is written. Default: found out where that is certain.</param>
    public static string OwnWords(string text, string? title = null, TextFormat format = TextFormat.Unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = new SeenText();
        SeenTextReader.Read(seen, text, format, int.MaxValue);
        var mail = MailReader.OfThread;
        mail.Read(seen.Text, seen.Quotes, title);
        List<TextRange> own = [];
        mail.AddTo(own, forGuards: false);
        return SentenceEnds.WithoutParts(string.Join('\n', own.Select(range => seen.Text.Slice(range.Start, range.Length).ToString())));
    }

    /// <summary>Takes the value of a field, which is read as it stands.</summary>
    /// <param name="value">The value.</param>
    public static TextAsSeen OfValue(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var seen = new TextAsSeen();
        seen._seen.Begin(value, isCut: false);
        return seen;
    }

    /// <summary>The words of an issue that a piece of evidence points to, as a person sees them.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="issue">The issue, as it was evaluated.</param>
    /// <returns>The words; null where it is not in the title, a text or a field of the issue or its turns.</returns>
    public static string? WordsOf(Evidence evidence, Issue issue)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(issue);
        return SeenEvidence.WordsOf(evidence, issue);
    }

    /// <summary>The piece of <see cref="Text"/> that is made of a piece of the source.</summary>
    /// <param name="start">Where the piece begins in the source, from 0, such as <see cref="Evidence.Start"/>.</param>
    /// <param name="length">Its length in UTF-16 units.</param>
    /// <returns>Start and length in <see cref="Text"/>; of what nobody sees, or is not in the source, the length is 0.</returns>
    public (int Start, int Length) Find(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > _seen.Source.Length - start)
            return (Text.Length, 0);
        var found = _seen.FromSource(new TextRange(start, length));
        if (IsSource)
            return (found.Start, found.Length);
        var before = found.Start - PartsIn(new TextRange(0, found.Start));
        return (before, found.Length - PartsIn(found));
    }

    private int PartsIn(TextRange range) => _seen.Text.Slice(range.Start, range.Length).Count(SentenceEnds.OfPart);
}
