using System.CommandLine;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Journaling;
using AutoResolve.Postgres;
using AutoResolve.Privacy;
using AutoResolve.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AutoResolve.Cli.Options;

/// <summary>The options that say where the journal is.</summary>
internal sealed class JournalArguments
{
    private readonly Option<string?> _file = new("--journal") { Description = "The journal's SQLite file.", HelpName = "FILE" };

    private readonly Option<string?> _postgres = CreatePostgres();
    private readonly Option<string> _schema = CreateSchema();

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_postgres);
        command.Add(_schema);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_file) is null == result.GetResult(_postgres) is null)
                result.AddError("Say where the journal is: either --journal FILE or --postgres VARIABLE.");
        });
    }

    public static Option<string?> CreatePostgres() =>
        new("--postgres")
        {
            Description =
                "The name of the environment variable that holds the connection string of the journal's PostgreSQL; "
                + "command lines are no place for passwords.",
            HelpName = "VARIABLE",
        };

    public static Option<string> CreateSchema() =>
        new("--schema")
        {
            Description = "With --postgres: the journal's schema.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "autoresolve",
        };

    /// <summary>That journal, to be read.</summary>
    /// <exception cref="CommandFailure">There is no such journal.</exception>
    public IDurableJournal OpenRead(ParseResult parsed, Terminal terminal) =>
        OpenRead(parsed.GetValue(_file), parsed.GetValue(_postgres), parsed.GetValue(_schema)!, terminal);

    /// <param name="file">The SQLite file; null for PostgreSQL.</param>
    /// <param name="postgres">Else the variable that holds the connection string.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="terminal">Where the journal's warnings go.</param>
    /// <exception cref="CommandFailure">There is no such journal.</exception>
    public static IDurableJournal OpenRead(string? file, string? postgres, string schema, Terminal terminal)
    {
        var warnings = new JournalWarnings(terminal);
        try
        {
            return file is not null
                ? SqliteJournal.OpenRead(Existing(file), warnings)
                : PostgresJournal.OpenRead(ConnectionString(postgres!), schema, warnings);
        }
        catch (ArgumentException exception) when (exception.ParamName == nameof(schema))
        {
            throw NoSchema(schema);
        }
    }

    /// <summary>
    /// The services of a host with that journal, to write to it. Only what needs no rules may be asked of them where none are given.
    /// </summary>
    /// <exception cref="CommandFailure">There is no such journal.</exception>
    public ServiceProvider OpenHost(ParseResult parsed, Terminal terminal, Rulebook? rulebook = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(terminal.Time)
            .AddSingleton(terminal)
            .AddSingleton(typeof(ILogger<>), typeof(JournalWarnings<>));
        if (rulebook is not null)
            services.AddSingleton<IRulebookMonitor>(new StaticRulebookMonitor(rulebook));
        var builder = services.AddAutoResolve();
        if (rulebook is null)
            builder.UseRedactor<PersonalDataRedactor>();
        var schema = parsed.GetValue(_schema)!;
        if (parsed.GetValue(_file) is { } file)
            builder.UseSqliteJournal(Existing(file));
        else
            builder.UsePostgresJournal(ConnectionString(parsed.GetValue(_postgres)!), options => options.Schema = schema);
        var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<PostgresJournalOptions>>().Value;
            return provider;
        }
        catch (OptionsValidationException)
        {
            provider.Dispose();
            throw NoSchema(schema);
        }
    }

    /// <summary>Takes out of that journal what ended before a time.</summary>
    /// <exception cref="CommandFailure">There is no such journal.</exception>
    public Task<JournalPruning> PruneAsync(
        ParseResult parsed,
        DateTimeOffset before,
        string by,
        Terminal terminal,
        CancellationToken cancellationToken
    ) =>
        parsed.GetValue(_file) is { } file
            ? SqliteJournal.PruneAsync(Existing(file), before, by, terminal.Time, cancellationToken)
            : PostgresJournal.PruneAsync(
                ConnectionString(parsed.GetValue(_postgres)!),
                before,
                by,
                parsed.GetValue(_schema)!,
                terminal.Time,
                cancellationToken
            );

    /// <summary>What figures of that journal are said to come from.</summary>
    public string NameOf(ParseResult parsed) =>
        parsed.GetValue(_file) is { } file ? Path.GetFileName(file) : $"PostgreSQL, schema {parsed.GetValue(_schema)}";

    /// <summary>Has a host write that journal, which is created where there is none.</summary>
    /// <exception cref="CommandFailure">Something of it is missing.</exception>
    public void UseIn(AutoResolveBuilder builder, ParseResult parsed, SecretArguments secrets)
    {
        if (parsed.GetValue(_file) is { } file)
        {
            if (Directory.Exists(file))
                throw CommandFailure.Environment($"'{SafeText.Line(file)}' is a folder; '--journal' names a file.");
            builder.UseSqliteJournal(file);
            return;
        }

        var schema = parsed.GetValue(_schema)!;
        var given = secrets.Read(parsed);
        builder.UsePostgresJournal(ConnectionString(parsed.GetValue(_postgres)!), options =>
        {
            options.Schema = schema;
            foreach (var secret in given)
                options.Secrets.Add(secret);
        });
    }

    // Opening creates what is missing, which is right for a host and wrong for a slip of the finger.
    private static string Existing(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw CommandFailure.Environment(
                Directory.Exists(path)
                    ? $"'{SafeText.Line(path)}' is a folder; '--journal' names a file."
                    : $"There is no journal '{SafeText.Line(path)}'."
            );
        return file.Length > 0 ? path : throw CommandFailure.Environment($"'{SafeText.Line(path)}' is empty; it is no journal.");
    }

    /// <exception cref="CommandFailure">The variable is not set, or holds none.</exception>
    public static string ConnectionString(string variable)
    {
        var value = SecretVariable.Read("--postgres", variable, "the connection string");
        try
        {
            _ = new NpgsqlConnectionStringBuilder(value);
            return value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // It may hold a password, and so may what the driver says of it.
            throw CommandFailure.Environment(
                $"The environment variable '{variable}' holds no connection string: "
                    + "Host=…;Username=…;Password=…;Database=…, in which a value with a semicolon stands in quotes."
            );
        }
    }

    private static CommandFailure NoSchema(string schema) =>
        CommandFailure.Usage(
            $"'--schema {SafeText.Start(schema, 40)}' is not the name of a schema: small letters, digits and underscores, a letter first."
        );
}
