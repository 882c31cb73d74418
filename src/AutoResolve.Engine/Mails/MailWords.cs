using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace AutoResolve.Mails;

/// <summary>
/// The words of mail programs: all languages of mail-words.json at once, since a program speaks the language of its owner, whatever the
/// message is written in.
/// </summary>
internal sealed class MailWords
{
    private const string Resource = "mail-words.json";
    private const int MaxName = 24;
    private const int MaxReplyAbove = 60;

    // What mail servers put before titles from outside.
    private static readonly string[] Tags = ["external:", "ext:", "extern:", "externe:", "externo:"];

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private static readonly Lazy<MailWords> Read = new(() => new MailWords(ReadLanguages()));

    private readonly FrozenDictionary<string, MailHeader>.AlternateLookup<ReadOnlySpan<char>> _headers;
    private readonly FrozenDictionary<string, MailMarker>.AlternateLookup<ReadOnlySpan<char>> _markers;
    private readonly string[] _forwardTitles;
    private readonly string[] _replyTitles;
    private readonly SearchValues<string> _replyAbove;
    private readonly WordSet _replyAboveAlone;

    private MailWords(IReadOnlyCollection<MailLanguage> languages)
    {
        _headers = Table(
            from language in languages
            from header in language.Headers
            from name in header.Value
            select (name, Enum.Parse<MailHeader>(header.Key, ignoreCase: true))
        );
        _markers = Table(
            languages
                .SelectMany(language => language.OriginalMessages.Select(words => (words, MailMarker.OriginalMessage)))
                .Concat(languages.SelectMany(language => language.Forwards.Select(words => (words, MailMarker.Forward))))
        );
        _forwardTitles = [.. languages.SelectMany(language => language.ForwardTitles)];
        _replyTitles = [.. languages.SelectMany(language => language.ReplyTitles)];
        Pointers = Texts(languages.SelectMany(language => language.Pointers));
        PointersInside = Texts(languages.SelectMany(language => language.PointersInside));
        _replyAbove = Texts(languages.SelectMany(language => language.ReplyAbove));
        _replyAboveAlone = Words(languages.SelectMany(language => language.ReplyAbove));
        IntroductionBegins = Words(languages.SelectMany(language => language.Introductions.Begin));
        IntroductionVerbs = Words(languages.SelectMany(language => language.Introductions.Verbs));
        IntroductionEnds = Texts(languages.SelectMany(language => language.Introductions.Ends));
        Pronouns = Words(languages.SelectMany(language => language.Pronouns));
        Sentences = Words(languages.SelectMany(language => language.Pronouns.Concat(language.Sentences)));
        Devices = new DeviceLines(
            languages.SelectMany(language => language.Devices),
            Words(languages.SelectMany(language => language.DeviceNames)),
            Words(languages.SelectMany(language => language.DeviceFillers)),
            Sentences
        );
        Disclaimers = new MailBoilerplate(
            [.. languages.SelectMany(language => language.Disclaimers.Begin)],
            Texts(languages.SelectMany(language => language.Disclaimers.Say))
        );
        Machines = new MachineWords(
            languages.SelectMany(language => language.Machines.Find()),
            languages.SelectMany(language => language.Machines.Daemons),
            languages.SelectMany(language => language.Machines.NoReplies),
            Texts(languages.SelectMany(language => language.Machines.Receipts.Say))
        );
        Desk = new DeskWords(
            languages.SelectMany(language => language.Desks.Begin),
            languages.SelectMany(language => language.Desks.States),
            Texts(languages.SelectMany(language => language.Desks.Say)),
            Texts(languages.SelectMany(language => language.Desks.Comments)),
            Words(languages.SelectMany(language => language.Desks.Fields))
        );
        Banners = new MailBoilerplate(
            [.. languages.SelectMany(language => language.Banners.Begin)],
            Texts(languages.SelectMany(language => language.Banners.Say))
        );
    }

    public static MailWords All => Read.Value;

    /// <summary>Words that point at what stands below.</summary>
    public SearchValues<string> Pointers { get; }

    /// <summary>Words that say that answers stand between what is quoted.</summary>
    public SearchValues<string> PointersInside { get; }

    /// <summary>The first words of "On Monday, somebody wrote:".</summary>
    public WordSet IntroductionBegins { get; }

    /// <summary>Its verbs.</summary>
    public WordSet IntroductionVerbs { get; }

    /// <summary>What stands for its verb in languages that set no blanks.</summary>
    public SearchValues<string> IntroductionEnds { get; }

    /// <summary>Words of somebody who tells a story, and not of a mail program.</summary>
    public WordSet Pronouns { get; }

    /// <summary>Words of sentences, and not of signatures.</summary>
    public WordSet Sentences { get; }

    public DeviceLines Devices { get; }

    /// <summary>What stands below mails.</summary>
    public MailBoilerplate Disclaimers { get; }

    /// <summary>What stands above mails that came from outside.</summary>
    public MailBoilerplate Banners { get; }

    public DeskWords Desk { get; }

    public MachineWords Machines { get; }

    /// <summary>The header that a line is, and what stands behind its colon.</summary>
    public MailHeader HeaderOf(ReadOnlySpan<char> line, out ReadOnlySpan<char> value)
    {
        value = default;
        var name = line[..Math.Min(line.Length, MaxName + 1)];
        var colon = name.IndexOfAny(':', '：');
        if (colon < 1)
            return MailHeader.None;
        value = line[(colon + 1)..];
        return HeaderNamed(name[..colon]);
    }

    /// <summary>The header that is called so.</summary>
    public MailHeader HeaderNamed(ReadOnlySpan<char> name) => _headers.TryGetValue(Bare(name), out var header) ? header : MailHeader.None;

    /// <summary>What a line says that a mail program puts above what it quotes or passes on.</summary>
    public MailMarker MarkerOf(ReadOnlySpan<char> line)
    {
        if (line.Length is < 4 or > 80)
            return MailMarker.None;
        if (IsMark(line[0]) && IsMark(line[1]))
            return _markers.TryGetValue(MarksAround(line), out var marker) ? marker : MailMarker.None;

        // "Begin forwarded message:" has no dashes.
        return line[^1] == ':' && _markers.TryGetValue(Bare(line), out var named) ? named : MailMarker.None;
    }

    /// <summary>Whether a line is the one above which one is to answer: between marks, or nothing else.</summary>
    public bool IsReplyAbove(ReadOnlySpan<char> line) =>
        line.Length is > 4 and <= 160
        && (
            IsMark(line[0]) && IsMark(line[1])
                ? line.ContainsAny(_replyAbove)
                : line.Length <= MaxReplyAbove && _replyAboveAlone.Contains(line.TrimEnd('.'))
        );

    /// <summary>Whether a title says that a message answers another, or passes it on.</summary>
    public MailTitle TitleOf(ReadOnlySpan<char> title)
    {
        title = WithoutTags(title.TrimStart());
        if (StartsWithAny(title, _forwardTitles))
            return MailTitle.Forward;
        return StartsWithAny(title, _replyTitles) ? MailTitle.Reply : MailTitle.Plain;
    }

    // "[EXTERNAL] Re: claim", "EXT: Re: claim"
    private static ReadOnlySpan<char> WithoutTags(ReadOnlySpan<char> title)
    {
        while (title.StartsWith('[') && title.IndexOf(']') is > 0 and var end)
            title = title[(end + 1)..].TrimStart(" :-");
        foreach (var tag in Tags)
        {
            if (title.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return title[tag.Length..].TrimStart();
        }

        return title;
    }

    /// <summary>Whether a line is nothing but dashes, underscores and the like.</summary>
    public static bool IsRuler(ReadOnlySpan<char> line) => line.Length >= 3 && IsMark(line[0]) && MarksAround(line).IsEmpty;

    private static bool StartsWithAny(ReadOnlySpan<char> title, string[] starts)
    {
        foreach (var start in starts)
        {
            if (title.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsMark(char character) => character is '-' or '_' or '=' or '*' or '#' or '~' or '–' or '—' or '+';

    private static ReadOnlySpan<char> MarksAround(ReadOnlySpan<char> line) => line.Trim("-_=*#~–—+ ");

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> name) => name.Trim("*_ \u00A0\u202F\t");

    private static FrozenDictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> Table<TValue>(
        IEnumerable<(string, TValue)> words
    ) =>
        words
            .DistinctBy(word => word.Item1, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(word => word.Item1, word => word.Item2, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static WordSet Words(IEnumerable<string> words) => new(words);

    private static SearchValues<string> Texts(IEnumerable<string> texts) =>
        SearchValues.Create([.. texts.Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, MailLanguage>.ValueCollection ReadLanguages()
    {
        using var stream = typeof(MailWords).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, MailLanguage>>(stream, Options)!.Values;
    }
}

/// <summary>What a line of a mail's header says.</summary>
[Flags]
internal enum MailHeader
{
    None = 0,
    From = 1,

    /// <summary>When it was sent, by a name that only mails have.</summary>
    Sent = 2,

    /// <summary>When it was sent, by a name that forms have too.</summary>
    Date = 4,
    To = 8,
    Subject = 16,
    Other = 32,
}

/// <summary>What a mail program says above what it quotes or passes on.</summary>
internal enum MailMarker
{
    None = 0,
    OriginalMessage,
    Forward,
}

/// <summary>What the beginning of a title says.</summary>
internal enum MailTitle
{
    Plain = 0,
    Reply,
    Forward,
}
