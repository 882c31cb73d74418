using AutoResolve.Shared.Journals;
using Microsoft.Extensions.Options;

namespace AutoResolve.Sqlite;

/// <summary>Checks the options of a journal in SQLite.</summary>
internal sealed class SqliteJournalOptionsValidator : IValidateOptions<SqliteJournalOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteJournalOptions options) =>
        AppendTimeouts.ResultOf(AppendTimeouts.ProblemOf(options.AppendTimeout));
}
