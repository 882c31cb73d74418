namespace AutoResolve.Rules.Linting;

/// <summary>One check of sound rule files.</summary>
internal interface ILint
{
    IEnumerable<Diagnostic> Check(LintContext context);
}
