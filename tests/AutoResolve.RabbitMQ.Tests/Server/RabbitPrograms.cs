namespace AutoResolve.RabbitMQ.Tests;

/// <summary>The programs of an installed RabbitMQ server.</summary>
/// <param name="Server">Starts a broker; the script itself, not Debian's, which takes the folders of the machine.</param>
/// <param name="Epmd">By which nodes of Erlang find each other.</param>
internal sealed record RabbitPrograms(string Server, string Epmd)
{
    private const string DebianFolder = "/usr/lib/rabbitmq/bin";

    /// <summary>Those where Debian keeps them, else on the PATH; null where there are none.</summary>
    public static RabbitPrograms? Find()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var server = path.Where(folder => File.Exists(Path.Combine(folder, "rabbitmq-env")))
            .Prepend(DebianFolder)
            .Select(folder => Path.Combine(folder, "rabbitmq-server"))
            .FirstOrDefault(File.Exists);
        var epmd = path.Append("/usr/bin").Select(folder => Path.Combine(folder, "epmd")).FirstOrDefault(File.Exists);
        return server is null || epmd is null ? null : new RabbitPrograms(server, epmd);
    }
}
