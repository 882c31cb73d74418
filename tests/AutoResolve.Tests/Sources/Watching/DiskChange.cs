using System.Runtime.InteropServices;
using System.Text;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Sources.Watching;

/// <summary>What may be done to rules on a disk, so that afterwards rule b is in force in the place of rule a.</summary>
/// <param name="Folder">The folder of rules, within the root.</param>
/// <param name="File">Where the file of rules is then, within the root.</param>
/// <param name="Arrange">Makes what was there before, but for the folder of rules.</param>
/// <param name="Change">Does it.</param>
internal sealed record DiskChange(string Folder, string File, Action<string> Arrange, Action<string> Change)
{
    private const string Rules = "rules";
    private const string One = "rules/one.json";

    public static IReadOnlyDictionary<string, DiskChange> All { get; } = Changes();

    private static Dictionary<string, DiskChange> Changes()
    {
        var changes = new Dictionary<string, DiskChange>
        {
            ["a file is written again"] = Plain(root => Write(root, One, "b")),
            ["a file is written again, as long and as old"] = Plain(root =>
            {
                var written = System.IO.File.GetLastWriteTimeUtc(At(root, One));
                Write(root, One, "b");
                System.IO.File.SetLastWriteTimeUtc(At(root, One), written);
            }),
            ["a file is exchanged for one that is as long and as old"] = Plain(root =>
            {
                Write(root, "new.json", "b");
                System.IO.File.SetLastWriteTimeUtc(At(root, "new.json"), System.IO.File.GetLastWriteTimeUtc(At(root, One)));
                System.IO.File.Move(At(root, "new.json"), At(root, One), overwrite: true);
            }),
            ["a file is deleted, another added"] = Plain(
                root =>
                {
                    System.IO.File.Delete(At(root, One));
                    Write(root, "rules/two.json", "b");
                },
                file: "rules/two.json"
            ),
            ["a file is half there, then whole, with a byte order mark"] = Plain(root =>
            {
                System.IO.File.WriteAllText(At(root, One), "{ \"set\":");
                System.IO.File.WriteAllText(At(root, One), '\uFEFF' + Text("b"));
            }),
            ["a folder in it is exchanged"] = new(
                "rules",
                "rules/in/one.json",
                root => Write(root, "rules/in/one.json", "a"),
                root => Exchange(root, "rules/in", "one.json")
            ),
            ["the folder is renamed, another put in its place"] = Plain(root => Exchange(root, Rules, "one.json")),
            ["the folder is renamed, another made in its place"] = Plain(root =>
            {
                Directory.Move(At(root, Rules), At(root, "old"));
                Write(root, One, "b");
            }),
            ["the folder is deleted, and made again"] = Plain(root =>
            {
                Directory.Delete(At(root, Rules), recursive: true);
                Write(root, One, "b");
            }),
            ["its parent is renamed, another put in its place"] = Below("app/rules", root => Exchange(root, "app", "rules/one.json")),
            ["its grandparent is renamed, another put in its place"] = Below("srv/app/rules", root =>
                Exchange(root, "srv", "app/rules/one.json")
            ),
        };
        if (!OperatingSystem.IsWindows())
            AddLinks(changes);
        return changes;
    }

    // There, making a link needs a right that few have.
    private static void AddLinks(Dictionary<string, DiskChange> changes)
    {
        changes["the folder is a link, which is turned"] = Linked(Rules, "1", "2", "");
        changes["its parent is a link, which is turned"] = Linked("current/rules", "releases/1", "releases/2", "/rules");
        changes["its grandparent is a link, which is turned"] = Linked("current/app/rules", "1", "2", "/app/rules");
        changes["the link leads over another, which is turned"] = Linked(Rules, "1", "2", "") with
        {
            Arrange = root =>
            {
                Write(root, "1/one.json", "a");
                Write(root, "2/one.json", "b");
                Link(root, "now", "1");
                Link(root, Rules, "now");
            },
            Change = root => Turn(root, "now", "2"),
        };
        changes["what the link of a file leads to is written again"] = LinkedFile(root => Write(root, "shared/one.json", "b"));
        changes["what the link of a file leads to is exchanged"] = LinkedFile(root => Exchange(root, "shared", "one.json"));
        changes["the link of a file is turned"] = LinkedFile(root =>
        {
            Write(root, "other/one.json", "b");
            Turn(root, One, "../other/one.json");
        }) with
        {
            File = "other/one.json",
        };
        changes["a link on the way to what a file leads to is turned"] = new(
            Rules,
            "2/one.json",
            root =>
            {
                Write(root, "1/one.json", "a");
                Write(root, "2/one.json", "b");
                Link(root, "now", "1");
                Directory.CreateDirectory(At(root, Rules));
                Link(root, One, "../now/one.json");
            },
            root => Turn(root, "now", "2")
        );
        changes["Kubernetes exchanges a volume"] = new(
            Rules,
            "rules/..2/one.json",
            root =>
            {
                Write(root, "rules/..1/one.json", "a");
                Link(root, "rules/..data", "..1");
                Link(root, One, "..data/one.json");
            },
            root =>
            {
                Write(root, "rules/..2/one.json", "b");
                Turn(root, "rules/..data", "..2");
                Directory.Delete(At(root, "rules/..1"), recursive: true);
            }
        );
    }

    public static void Write(string root, string file, string rule)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(root, file))!);
        System.IO.File.WriteAllText(At(root, file), Text(rule));
    }

    public static string At(string root, string path) => Path.Combine(root, path);

    private static string Text(string rule) => Encoding.UTF8.GetString(SomeRules.Set("one", "", SomeRules.Rule(rule)).Content.Span);

    private static DiskChange Plain(Action<string> change, string file = One) => new(Rules, file, root => Write(root, One, "a"), change);

    private static DiskChange Below(string folder, Action<string> change) =>
        new(folder, $"{folder}/one.json", root => Write(root, $"{folder}/one.json", "a"), change);

    private static DiskChange Linked(string folder, string before, string after, string within)
    {
        var link = folder[..^within.Length];
        return new(
            folder,
            $"{after}{within}/one.json",
            root =>
            {
                Write(root, $"{before}{within}/one.json", "a");
                Write(root, $"{after}{within}/one.json", "b");
                Link(root, link, before);
            },
            root => Turn(root, link, after)
        );
    }

    private static DiskChange LinkedFile(Action<string> change) =>
        new(
            Rules,
            "shared/one.json",
            root =>
            {
                Write(root, "shared/one.json", "a");
                Directory.CreateDirectory(At(root, Rules));
                Link(root, One, "../shared/one.json");
            },
            change
        );

    private static void Exchange(string root, string folder, string file)
    {
        Write(root, $"new/{file}", "b");
        Directory.Move(At(root, folder), At(root, "old"));
        Directory.Move(At(root, "new"), At(root, folder));
    }

    private static void Link(string root, string link, string target) => System.IO.File.CreateSymbolicLink(At(root, link), target);

    private static void Turn(string root, string link, string target)
    {
        Link(root, $"{link}~", target);
        Assert.Equal(0, Rename(Encoded(At(root, $"{link}~")), Encoded(At(root, link))));
    }

    private static byte[] Encoded(string path) => Encoding.UTF8.GetBytes($"{path}\0");

    // .NET does not put a link to a folder in the place of another.
    [DllImport("libc", EntryPoint = "rename")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename(byte[] from, byte[] to);
}
