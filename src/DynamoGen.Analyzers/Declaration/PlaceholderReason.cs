namespace DynamoGen.Analyzers.Declaration;

/// <summary>The text that a fix writes where a person has to give the reason.</summary>
internal static class PlaceholderReason
{
    /// <summary>What each of them begins with.</summary>
    public const string Start = "Say here why";
}
