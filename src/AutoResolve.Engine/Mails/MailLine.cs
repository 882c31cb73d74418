namespace AutoResolve.Mails;

/// <summary>What speaks for a line being a quote, the head of one or the writer's own: its words, its marks, the lines below.</summary>
/// <param name="Sign">What its words are, without marks of quotes.</param>
/// <param name="Marks">How it is marked.</param>
/// <param name="Length">How many lines it is one with, from it on.</param>
/// <param name="Subject">Of a head, what the subject that it names says; null where it names none.</param>
internal readonly record struct MailLine(LineSign Sign, LineMarks Marks, byte Length = 1, MailTitle? Subject = null)
{
    public bool IsQuoted => (Marks & LineMarks.Quoted) != 0;

    public bool IsMarkup => (Marks & LineMarks.Markup) != 0;

    public bool IsNested => (Marks & LineMarks.Nested) != 0;

    public bool IsWay => (Marks & LineMarks.Way) != 0;

    public bool IsQuestion => (Marks & LineMarks.Question) != 0;

    public bool IsColon => (Marks & LineMarks.Colon) != 0;

    public bool IsBlank => Sign == LineSign.Blank;

    /// <summary>Whether it is nothing but marks, or nothing.</summary>
    public bool IsEmpty => Sign is LineSign.Blank or LineSign.Bare;

    /// <summary>Whether words of somebody are in it.</summary>
    public bool HasWords => !IsEmpty && Sign != LineSign.Ruler;

    /// <summary>"On Monday, somebody wrote:", certain or not.</summary>
    public bool IsIntroduction =>
        Sign is LineSign.IntroductionOfProgram or LineSign.IntroductionWhereQuoteFollows or LineSign.IntroductionOfSomebody;

    /// <summary>Whether what is below may be decided by it.</summary>
    public bool IsHead => IsIntroduction || Sign is LineSign.Header or LineSign.OriginalMessage or LineSign.ReplyAbove;

    /// <summary>Whether a program wrote it above what it quotes.</summary>
    public bool IsHeadForCertain =>
        Sign is LineSign.Header or LineSign.ReplyAbove or LineSign.IntroductionOfProgram or LineSign.IntroductionWhereQuoteFollows;
}

/// <summary>What the words of a line are.</summary>
internal enum LineSign : byte
{
    /// <summary>Nothing else.</summary>
    Words = 0,

    Blank,

    /// <summary>Marks of quotes and no words.</summary>
    Bare,

    /// <summary>Dashes, underscores and the like.</summary>
    Ruler,

    /// <summary>The first line of a mail's header, for certain.</summary>
    Header,

    /// <summary>The first of too few lines of a header, which is one below a ruler.</summary>
    ShortHeader,

    /// <summary>"-----Original Message-----", and below it whose it is.</summary>
    OriginalMessage,

    /// <summary>"---------- Forwarded message ---------".</summary>
    Forward,

    /// <summary>"Please type your reply above this line".</summary>
    ReplyAbove,

    /// <summary>"On Monday, January 5, 2026 at 3 PM, somebody wrote:", as mail programs write it.</summary>
    IntroductionOfProgram,

    /// <summary>One if lines with marks of quotes follow.</summary>
    IntroductionWhereQuoteFollows,

    /// <summary>A person may tell so what another wrote, and quote it.</summary>
    IntroductionOfSomebody,

    /// <summary>"Your request (123) has been updated".</summary>
    Notice,

    /// <summary>"Sent from my iPhone".</summary>
    Device,
}

/// <summary>How a line is marked.</summary>
[Flags]
internal enum LineMarks : byte
{
    None = 0,

    /// <summary>It begins with &gt;.</summary>
    Quoted = 1,

    /// <summary>It begins with several.</summary>
    Nested = 2,

    /// <summary>The message itself marks it as a quote, as HTML does.</summary>
    Markup = 4,

    /// <summary>It has one between words, as ways through menus have.</summary>
    Way = 8,

    /// <summary>It ends in a question mark.</summary>
    Question = 16,

    /// <summary>It ends in a colon.</summary>
    Colon = 32,
}
