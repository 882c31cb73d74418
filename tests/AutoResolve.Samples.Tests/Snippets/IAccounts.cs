namespace Snippets;

/// <summary>What the README's reader has: a service of his own.</summary>
internal interface IAccounts
{
    Task<bool> UnlockAsync(string id, string key, CancellationToken cancellationToken);
}
