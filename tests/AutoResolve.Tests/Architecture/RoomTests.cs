using System.Reflection;
using NetArchTest.Rules;

namespace AutoResolve.Tests.Architecture;

/// <summary>The folders of the engine, and which may know which.</summary>
public sealed class RoomTests
{
    private static readonly Assembly Engine = typeof(Rulebook).Assembly;

    private static readonly string[] Operators =
    [
        "Operators.Classifiers",
        "Operators.Combinations",
        "Operators.Comparisons",
        "Operators.Contains",
        "Operators.Expressions",
        "Operators.Facts",
        "Operators.Fields",
        "Operators.Near",
        "Operators.Phrases",
        "Operators.Points",
        "Operators.Regexes",
        "Operators.Uses",
    ];

    private static readonly string[] Reading = ["Json", "Rules", "Json.Reading"];
    private static readonly string[] Operator = ["Budgets", .. Reading, "Words", "Matching", "Conditions"];

    /// <summary>Each room, and the rooms that it may know, which stand before it: so there are no circles.</summary>
    /// <remarks>A room is a folder with the folders in it that are not rooms themselves.</remarks>
    private static readonly OrderedDictionary<string, string[]> Rooms = new()
    {
        ["Shared.Dates"] = [],
        ["Budgets"] = [],
        ["Shared.Lines"] = [],
        ["Json"] = ["Shared.Lines"],
        ["Rules"] = ["Json"],
        ["Json.Reading"] = ["Json", "Rules", "Shared.Lines"],
        ["Sources"] = [.. Reading, "Shared.Lines"],
        ["Expressions"] = ["Budgets", "Rules"],
        ["Words"] = ["Budgets", "Shared.Lines"],
        ["Languages"] = ["Words"],
        ["Regexes"] = ["Budgets", "Words"],
        ["Seen"] = ["Words", "Shared.Lines"],
        ["Mails"] = ["Words"],
        ["Privacy"] = ["Seen", "Regexes"],
        ["Matching"] = ["Budgets", "Json", "Rules", "Words", "Languages", "Seen", "Mails", "Expressions"],
        ["Conditions"] = [.. Reading, "Words", "Expressions", "Regexes", "Matching"],
        ["Operators.Classifiers"] = Operator,
        ["Operators.Combinations"] = Operator,
        ["Operators.Comparisons"] = [.. Operator, "Shared.Dates"],
        ["Operators.Contains"] = Operator,
        ["Operators.Expressions"] = [.. Operator, "Expressions"],
        ["Operators.Facts"] = [.. Operator, "Operators.Comparisons"],
        ["Operators.Fields"] = [.. Operator, "Operators.Comparisons", "Shared.Dates"],
        ["Operators.Near"] = Operator,
        ["Operators.Phrases"] = Operator,
        ["Operators.Points"] = Operator,
        ["Operators.Regexes"] = [.. Operator, "Regexes"],
        ["Operators.Uses"] = [.. Operator, "Operators.Points"],
        ["Operators"] = ["Conditions", .. Operators],
        ["Rules.Reading"] = [.. Reading, "Words", "Conditions", "Operators", "Operators.Phrases", "Operators.Regexes"],
        ["Rules.Formatting"] = ["Json", "Rules", "Json.Reading", "Operators", "Conditions", "Rules.Reading", "Shared.Lines"],
        ["Rules.Linting"] = ["Json", "Rules", "Words", "Conditions", "Operators", .. Operators, "Shared.Lines"],
        ["Index"] = ["Budgets", "Rules", "Words", "Matching"],
        ["Compiling"] =
        [
            "Budgets",
            "Expressions",
            "Json",
            "Rules",
            "Words",
            "Matching",
            "Conditions",
            "Operators",
            "Operators.Uses",
            "Index",
        ],
        ["Conversations"] =
        [
            "Budgets",
            "Privacy",
            "Expressions",
            "Json",
            "Rules",
            "Words",
            "Regexes",
            "Matching",
            "Conditions",
            "Operators",
            "Operators.Combinations",
            "Operators.Phrases",
            "Operators.Regexes",
            "Operators.Uses",
            "Rules.Reading",
            "Index",
            "Compiling",
        ],
        ["Decisions"] =
        [
            "Budgets",
            "Json",
            "Rules",
            "Words",
            "Languages",
            "Seen",
            "Mails",
            "Matching",
            "Index",
            "Compiling",
            "Conversations",
        ],
        ["Incidents"] = [.. Reading, "Sources", "Rules.Reading"],
        ["Testing"] = ["Json", "Rules", "Sources", "Words", "Seen", "Matching", "Index", "Compiling", "Conversations", "Decisions"],
    };

    public static TheoryData<string> Names() => [.. Rooms.Keys];

    [Fact]
    public void Folders_All_AreInARoom()
    {
        var folders = TypesOfEngine().Select(type => type.Namespace!).Where(folder => folder != "AutoResolve").Distinct();

        Assert.All(folders, folder => Assert.NotNull(RoomOf(folder)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Room_Knows_ThoseBeforeIt(string room)
    {
        Assert.All(Rooms[room], known => Assert.InRange(Rooms.IndexOf(known), 0, Rooms.IndexOf(room) - 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Room_DependsOn_RoomsItMayKnow(string room)
    {
        var own = TypesOfEngine().Where(type => RoomOf(type.Namespace!) == room).Select(type => type.FullName!).ToHashSet();
        var forbidden = TypesOfEngine()
            .Where(type => RoomOf(type.Namespace!) is { } other && other != room && !Rooms[room].Contains(other))
            .Select(type => type.FullName!)
            .ToArray();
        Assert.NotEmpty(own);

        var result = Types
            .InAssembly(Engine)
            .That()
            .ResideInNamespace("AutoResolve." + room)
            .ShouldNot()
            .HaveDependencyOnAny(forbidden)
            .GetResult();

        Assert.DoesNotContain(result.FailingTypeNames ?? [], name => own.Contains(name.Split('/')[0]));
    }

    private static IEnumerable<Type> TypesOfEngine() =>
        Engine
            .GetTypes()
            .Where(type => type is { IsNested: false, Namespace: not null })
            .Where(type => type.Namespace!.StartsWith("AutoResolve", StringComparison.Ordinal));

    private static string? RoomOf(string folder) =>
        Rooms.Keys.Where(room => $"{folder}.".StartsWith($"AutoResolve.{room}.", StringComparison.Ordinal)).MaxBy(room => room.Length);
}
