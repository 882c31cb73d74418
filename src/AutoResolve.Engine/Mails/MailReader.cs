using System.Runtime.InteropServices;
using AutoResolve.Words;

namespace AutoResolve.Mails;

/// <summary>
/// Parts a message into what the writer says or passes on, and what was quoted, signed or put there by programs: finds what speaks for
/// each line (<see cref="LineSigns"/>), and then decides (<see cref="MailBlocks"/>, <see cref="MailEnd"/>).
/// </summary>
/// <remarks>Keeps its memory, so that it allocates nothing; not safe for several threads at once.</remarks>
internal sealed class MailReader
{
    private const int MaxBannerLines = 8;

    [ThreadStatic]
    private static MailReader? _ofThread;

    private readonly List<TextRange> _ranges = [];
    private readonly List<MailLine> _lines = [];
    private readonly List<LineKind> _kinds = [];
    private readonly List<MailPart> _parts = [];
    private readonly MailBlocks _blocks = new();

    /// <summary>The one of this thread.</summary>
    public static MailReader OfThread => _ofThread ??= new MailReader();

    /// <summary>The parts of the message that was read last, in order; they add up to it.</summary>
    public IReadOnlyList<MailPart> Parts => _parts;

    /// <summary>Whether guards read what other rules do not.</summary>
    public bool HasMoreForGuards { get; private set; }

    /// <param name="text">The message as a person sees it.</param>
    /// <param name="marked">What of it the message itself marks as quotes, in order.</param>
    /// <param name="title">Its title, which may say that it answers another or passes it on.</param>
    public void Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> marked, string? title = null)
    {
        _parts.Clear();
        HasMoreForGuards = false;
        if (marked.Count == 0 && text.IndexOfAny('\r', '\n') < 0)
        {
            _parts.Add(Everything(text));
            return;
        }

        var mail = new MailText(text, marked, _ranges);
        LineSigns.Read(in mail, _lines);
        _kinds.Clear();
        var view = new MailView(mail, CollectionsMarshal.AsSpan(_lines), _kinds, title);
        view.Add(BannerLength(in mail), MailPartKind.Disclaimer, LeftOutReason.Disclaimer);
        _blocks.Decide(in view);
        MailEnd.Read(in mail, _kinds);
        Join();
        if (!HasWords(text))
        {
            _parts.Clear();
            _parts.Add(Everything(text));
        }

        foreach (var part in _parts)
            HasMoreForGuards |= part is { IsForGuards: true, IsForRules: false };
    }

    /// <summary>Adds the ranges that rules read, or guards.</summary>
    public void AddTo(List<TextRange> ranges, bool forGuards)
    {
        foreach (var part in _parts)
        {
            if (!(forGuards ? part.IsForGuards : part.IsForRules))
                continue;
            if (ranges.Count > 0 && ranges[^1].End == part.Start)
                ranges[^1] = new TextRange(ranges[^1].Start, ranges[^1].Length + part.Length);
            else
                ranges.Add(new TextRange(part.Start, part.Length));
        }
    }

    private static MailPart Everything(ReadOnlySpan<char> text) => new(0, text.Length, MailPartKind.OwnWords, null);

    private static int BannerLength(in MailText mail)
    {
        var first = mail.NextWritten(0);
        var end = first;
        while (end < mail.Count && end < first + MaxBannerLines && !mail.Line(end).IsEmpty)
            end++;
        if (end == first)
            return 0;
        return MailWords.All.Banners.Is(mail.Between(first, end)) ? end : 0;
    }

    private void Join()
    {
        for (var number = 0; number < _kinds.Count; number++)
        {
            var (range, line) = (_ranges[number], _kinds[number]);
            if (_parts.Count > 0 && _parts[^1].Kind == line.Kind && _parts[^1].Reason == line.Reason)
                _parts[^1] = _parts[^1] with { Length = _parts[^1].Length + range.Length };
            else
                _parts.Add(new MailPart(range.Start, range.Length, line.Kind, line.Reason));
        }
    }

    private bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var part in _parts)
        {
            if (!part.IsForRules)
                continue;
            foreach (var character in text.Slice(part.Start, part.Length))
            {
                if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                    return true;
            }
        }

        return false;
    }
}
