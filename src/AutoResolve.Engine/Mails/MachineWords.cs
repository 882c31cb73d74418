using System.Buffers;
using System.Collections.Frozen;

namespace AutoResolve.Mails;

/// <summary>How machines that write mails call themselves, and how the titles of their mails begin.</summary>
internal sealed class MachineWords
{
    // By the first letter, since nearly all titles begin with none of them.
    private readonly FrozenDictionary<char, MachineTitle[]> _titles;
    private readonly string[] _daemons;
    private readonly string[] _noReplies;
    private readonly SearchValues<string> _receipts;

    /// <param name="titles">How their titles begin.</param>
    /// <param name="daemons">The names in addresses from which no person writes.</param>
    /// <param name="noReplies">The names in addresses that take no answers.</param>
    /// <param name="receipts">What the text of a receipt says.</param>
    public MachineWords(
        IEnumerable<MachineTitle> titles,
        IEnumerable<string> daemons,
        IEnumerable<string> noReplies,
        SearchValues<string> receipts
    )
    {
        _titles = titles
            .GroupBy(title => char.ToUpperInvariant(title.Words[0]))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _daemons = [.. daemons.Select(WithoutSeparators)];
        _noReplies = [.. noReplies.Select(WithoutSeparators)];
        _receipts = receipts;
    }

    /// <summary>Whether an address is of a program, as MAILER-DAEMON.</summary>
    public bool IsDaemon(ReadOnlySpan<char> sender) => IsOneOf(NameIn(sender), _daemons);

    /// <summary>Whether an address takes no answers, as no-reply.</summary>
    public bool IsNoReply(ReadOnlySpan<char> sender) => IsOneOf(NameIn(sender), _noReplies);

    /// <summary>Whether a title is one that machines write. After "Re:" it is a person who answers one.</summary>
    public bool Write(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        title = WithoutTags(title.Trim());
        if (title.IsEmpty || !_titles.TryGetValue(char.ToUpperInvariant(title[0]), out var machines))
            return false;
        foreach (var machine in machines)
        {
            if (
                title.StartsWith(machine.Words, StringComparison.OrdinalIgnoreCase)
                && Fits(machine.Kind, title[machine.Words.Length..].Trim(), text)
            )
                return true;
        }

        return false;
    }

    private bool Fits(MachineTitleKind kind, ReadOnlySpan<char> rest, ReadOnlySpan<char> text) =>
        kind switch
        {
            MachineTitleKind.Whole => rest.IsEmpty || Continues(rest),
            MachineTitleKind.BeforeAnother => Continues(rest),
            _ => text.ContainsAny(_receipts),
        };

    // The title that is answered, or more exactly what happened.
    private static bool Continues(ReadOnlySpan<char> rest) =>
        !rest.IsEmpty && (rest[0] is ':' or '：' or '(' || rest.StartsWith("re:", StringComparison.OrdinalIgnoreCase));

    // "[EXTERNAL]", as gateways put it before titles.
    private static ReadOnlySpan<char> WithoutTags(ReadOnlySpan<char> title)
    {
        while (title.StartsWith('[') && title.IndexOf(']') is var end and > 0)
            title = title[(end + 1)..].TrimStart();
        return title;
    }

    // Of "Mail Delivery System <MAILER-DAEMON@x.example>" and "root@x.example (Cron Daemon)" what stands before the "@". Of what is no
    // address, as fields of forms may have, only the name that programs use without one.
    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> sender)
    {
        var at = sender.LastIndexOf('@');
        if (at < 0 && !sender.Trim("<> ").Equals("MAILER-DAEMON", StringComparison.OrdinalIgnoreCase))
            return default;
        var name = at < 0 ? sender.Trim() : sender[..at];
        return name[(name.LastIndexOfAny('<', ' ', ':') + 1)..].Trim("<>\"'");
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, string[] names)
    {
        foreach (var known in names)
        {
            if (Begins(name, known))
                return true;
        }

        return false;
    }

    // With or without separators, and with whatever follows one.
    private static bool Begins(ReadOnlySpan<char> name, string known)
    {
        var at = 0;
        foreach (var letter in known)
        {
            while (at < name.Length && IsSeparator(name[at]))
                at++;
            if (at == name.Length || char.ToLowerInvariant(name[at]) != letter)
                return false;
            at++;
        }

        return at == name.Length || !char.IsLetter(name[at]);
    }

    private static bool IsSeparator(char character) => character is '-' or '_' or '.';

    private static string WithoutSeparators(string name) => string.Concat(name.Where(letter => !IsSeparator(letter)));
}

/// <summary>How the title of a machine's mail begins.</summary>
internal readonly record struct MachineTitle(string Words, MachineTitleKind Kind);

/// <summary>What must follow.</summary>
internal enum MachineTitleKind
{
    /// <summary>Nothing, or another title behind a colon.</summary>
    Whole = 0,

    /// <summary>Another title behind a colon, or more in brackets: without it a person may write so.</summary>
    BeforeAnother,

    /// <summary>A text that says that a message was read.</summary>
    Receipt,
}
