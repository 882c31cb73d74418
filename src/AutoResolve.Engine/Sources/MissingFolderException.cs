namespace AutoResolve.Sources;

/// <summary>The folder of rules is not there.</summary>
internal sealed class MissingFolderException(string folder)
    : DirectoryNotFoundException($"There is no rules folder '{folder}': create it, or name another.");
