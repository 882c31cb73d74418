namespace AutoResolve.Mails;

/// <summary>What mail-words.json says of a language.</summary>
internal sealed class MailLanguage
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

    public Desk Desks { get; init; } = new();

    public Machine Machines { get; init; } = new();

    public sealed class Introduction
    {
        public string[] Begin { get; init; } = [];

        public string[] Verbs { get; init; } = [];

        public string[] Ends { get; init; } = [];
    }

    public sealed class Machine
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

    public sealed class Desk
    {
        public string[] Begin { get; init; } = [];

        public string[] States { get; init; } = [];

        public string[] Say { get; init; } = [];

        public string[] Comments { get; init; } = [];

        public string[] Fields { get; init; } = [];
    }

    public sealed class Boilerplate
    {
        public string[] Begin { get; init; } = [];

        public string[] Say { get; init; } = [];
    }
}
