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

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private static readonly Lazy<MailWords> Read = new(() => new MailWords(ReadLanguages()));

    private readonly FrozenDictionary<string, MailHeader>.AlternateLookup<ReadOnlySpan<char>> _headers;
    private readonly FrozenDictionary<string, MailMarker>.AlternateLookup<ReadOnlySpan<char>> _markers;
    private readonly string[] _forwardTitles;
    private readonly string[] _replyTitles;

    private MailWords(IReadOnlyCollection<Language> languages)
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
        ReplyAbove = Texts(languages.SelectMany(language => language.ReplyAbove));
        IntroductionBegins = Words(languages.SelectMany(language => language.Introductions.Begin));
        IntroductionVerbs = Words(languages.SelectMany(language => language.Introductions.Verbs));
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

    /// <summary>Words of the line above which one is to answer.</summary>
    public SearchValues<string> ReplyAbove { get; }

    /// <summary>The first words of "On Monday, somebody wrote:".</summary>
    public WordSet IntroductionBegins { get; }

    /// <summary>Its verbs.</summary>
    public WordSet IntroductionVerbs { get; }

    /// <summary>Words of somebody who tells a story, and not of a mail program.</summary>
    public WordSet Pronouns { get; }

    /// <summary>Words of sentences, and not of signatures.</summary>
    public WordSet Sentences { get; }

    public DeviceLines Devices { get; }

    /// <summary>What stands below mails.</summary>
    public MailBoilerplate Disclaimers { get; }

    /// <summary>What stands above mails that came from outside.</summary>
    public MailBoilerplate Banners { get; }

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

    /// <summary>Whether a line is the one above which one is to answer.</summary>
    public bool IsReplyAbove(ReadOnlySpan<char> line) =>
        line.Length is > 4 and <= 160 && IsMark(line[0]) && IsMark(line[1]) && line.ContainsAny(ReplyAbove);

    /// <summary>Whether a title says that a message answers another, or passes it on.</summary>
    public MailTitle TitleOf(ReadOnlySpan<char> title)
    {
        title = title.TrimStart();
        if (StartsWithAny(title, _forwardTitles))
            return MailTitle.Forward;
        return StartsWithAny(title, _replyTitles) ? MailTitle.Reply : MailTitle.Plain;
    }

    /// <summary>Whether a line is nothing but dashes, underscores and the like.</summary>
    public static bool IsRuler(ReadOnlySpan<char> line) => line.Length >= 3 && MarksAround(line).IsEmpty;

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

    private static Dictionary<string, Language>.ValueCollection ReadLanguages()
    {
        using var stream = typeof(MailWords).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, Language>>(stream, Options)!.Values;
    }

    /// <summary>What mail-words.json says of a language.</summary>
    private sealed class Language
    {
        public Dictionary<string, string[]> Headers { get; init; } = [];

        public string[] OriginalMessages { get; init; } = [];

        public string[] Forwards { get; init; } = [];

        public string[] ForwardTitles { get; init; } = [];

        public string[] ReplyTitles { get; init; } = [];

        public string[] Pointers { get; init; } = [];

        public string[] PointersInside { get; init; } = [];

        public Introduction Introductions { get; init; } = new();

        public string[] Pronouns { get; init; } = [];

        public string[] Sentences { get; init; } = [];

        public string[] Devices { get; init; } = [];

        public string[] DeviceNames { get; init; } = [];

        public string[] DeviceFillers { get; init; } = [];

        public string[] ReplyAbove { get; init; } = [];

        public Boilerplate Disclaimers { get; init; } = new();

        public Boilerplate Banners { get; init; } = new();

        public Machine Machines { get; init; } = new();
    }

    private sealed class Introduction
    {
        public string[] Begin { get; init; } = [];

        public string[] Verbs { get; init; } = [];
    }

    private sealed class Machine
    {
        public string[] Titles { get; init; } = [];

        public string[] TitlesBefore { get; init; } = [];

        public Boilerplate Receipts { get; init; } = new();

        public string[] Daemons { get; init; } = [];

        public string[] NoReplies { get; init; } = [];

        public IEnumerable<MachineTitle> Find() =>
            Titles
                .Select(words => new MachineTitle(words, MachineTitleKind.Whole))
                .Concat(TitlesBefore.Select(words => new MachineTitle(words, MachineTitleKind.BeforeAnother)))
                .Concat(Receipts.Begin.Select(words => new MachineTitle(words, MachineTitleKind.Receipt)));
    }

    private sealed class Boilerplate
    {
        public string[] Begin { get; init; } = [];

        public string[] Say { get; init; } = [];
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
