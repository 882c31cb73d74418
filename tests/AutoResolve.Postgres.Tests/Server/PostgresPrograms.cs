using System.Diagnostics;
using System.Globalization;

namespace AutoResolve.Postgres.Tests;

/// <summary>The programs of an installed PostgreSQL server.</summary>
internal sealed class PostgresPrograms
{
    private const string Initdb = "initdb";
    private const string DebianFolder = "/usr/lib/postgresql";

    // However busy the machine is.
    private const string WaitSeconds = "600";

    // The server refuses to run as root.
    private static readonly string? OtherUser =
        !Environment.IsPrivilegedProcess ? null
        : HasUser("postgres") ? "postgres"
        : "nobody";

    private readonly string _folder;

    private PostgresPrograms(string folder) => _folder = folder;

    /// <summary>Those on the PATH, else the newest where Debian keeps them; null where there are none.</summary>
    public static PostgresPrograms? Find()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ofDebian = Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return onPath.Concat(ofDebian).FirstOrDefault(folder => File.Exists(Path.Combine(folder, Initdb))) is { } found
            ? new PostgresPrograms(found)
            : null;
    }

    /// <summary>Makes a folder that belongs to whom the server runs as, and to nobody else.</summary>
    public static async Task<string> MakeFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-pg-").FullName;
        if (OtherUser is not null)
            await RunAsync("chown", folder, OtherUser, folder);
        return folder;
    }

    public Task InitializeAsync(string data) =>
        RunAsServerAsync(
            Initdb,
            Path.GetDirectoryName(data)!,
            ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        );

    public Task ControlAsync(string data, params string[] arguments) =>
        RunAsServerAsync("pg_ctl", Path.GetDirectoryName(data)!, ["-D", data, "-w", "-t", WaitSeconds, .. arguments]);

    private static double Version(string folder) =>
        double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static bool HasUser(string name) =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));

    private Task RunAsServerAsync(string program, string folder, params string[] arguments)
    {
        var path = Path.Combine(_folder, program);
        return OtherUser is null
            ? RunAsync(path, folder, arguments)
            : RunAsync("setpriv", folder, [$"--reuid={OtherUser}", $"--regid={OtherUser}", "--clear-groups", path, .. arguments]);
    }

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{await output}{await error}");
    }
}
