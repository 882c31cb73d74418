namespace AutoResolve.Privacy;

/// <summary>What stands where personal data stood.</summary>
internal static class Placeholder
{
    public const string SocialSecurity = "[PII_SSN]";
    public const string Email = "[PII_EMAIL]";
    public const string Phone = "[PII_PHONE]";
    public const string Name = "[PII_NAME]";
    public const string Address = "[PII_ADDR]";
    public const string Other = "[PII_OTHER]";
}
