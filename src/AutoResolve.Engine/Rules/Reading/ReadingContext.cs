using AutoResolve.Conditions;
using AutoResolve.Json.Reading;
using AutoResolve.Operators;
using AutoResolve.Rules.Reading.Tables;

namespace AutoResolve.Rules.Reading;

/// <summary>The readers of single parts, which all readers of one file share.</summary>
internal sealed class ReadingContext
{
    public ReadingContext(ICollection<Diagnostic> diagnostics, TotalTableSize? ofAll = null)
    {
        Tables = new TableSize(ofAll ?? new TotalTableSize());
        Problems = new Problems(diagnostics);
        Values = new ValueReader(Problems);
        Lists = new ListReader(Values, Problems);
        Maps = new MapReader(Values, Problems);
        Languages = new LanguageReader(Values, Maps, Problems);
        Conditions = new ConditionReader(OperatorCatalog.All, Problems, Values, Lists, Maps);
    }

    public Problems Problems { get; }

    public ValueReader Values { get; }

    public ListReader Lists { get; }

    public MapReader Maps { get; }

    public LanguageReader Languages { get; }

    public ConditionReader Conditions { get; }

    /// <summary>How large the tables of the file have become.</summary>
    public TableSize Tables { get; }
}
